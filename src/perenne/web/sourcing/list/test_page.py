import pytest
from django.urls import reverse

from perenne.web.tests.browser import buttons_of, sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("sourcing:list")


def test_each_sees_the_needs_of_their_contracts_and_how_far_they_are(client_of, committee, needing):
    asked = needing.asked(needing.opening(persons=2))
    needing.offer(asked)
    needing.opening(job_title="Façadier", **needing.filled)
    for who, heading in (("company", ""), ("facilitator", "Entreprise"), ("coordination", "Ent")):
        page = client_of(getattr(committee, who)).get(URL)
        assert heading in text_of(page, "//thead")
        first, second = tree_of(page).xpath("//tbody/tr")
        assert "Façadier" in first.text_content()
        assert "1 à examiner" in second.text_content()
        assert "× 2" in second.text_content()
    browser = client_of(committee.company)
    assert "Demander une personne" in buttons_of(browser.get(URL))
    assert "Façadier" not in text_of(browser.get(URL, {"vue": "ouverts"}))
    assert "Aucun besoin dans cette vue" in text_of(browser.get(URL, {"vue": "fermes"}))
    assert "Aucun besoin" in text_of(client_of(committee.other_facilitator).get(URL))
    assert "Demander" not in text_of(client_of(committee.prescriber).get(URL))
    few = sql_for(browser, URL)
    for _ in range(3):
        needing.offer(needing.asked(needing.opening()))
    assert sql_for(browser, URL) == few
