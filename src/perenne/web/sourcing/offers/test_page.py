import pytest
from django.urls import reverse

from perenne.web.tests.browser import sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("sourcing:offers")


def test_anybody_reads_the_work_that_is_near_and_no_company(client_of, committee, needing):
    needing.opening()
    needing.opening(job_title="Maçonne", trade="masonry", commune_id="77288")
    browser = client_of(committee.nobody)
    rows = tree_of(browser.get(URL, {"lieu": "Melun"})).xpath("//tbody/tr/th/a/text()")
    assert rows[0] == "Maçonne"
    found = text_of(browser.get(URL, {"metier": "peintre", "lieu": "77100"}), "//tbody")
    assert "Peintre en bâtiment" in found
    assert "Dans cette commune" in found
    assert "Maçonne" not in found
    assert "Nous ne connaissons pas « Atlantide »" in text_of(
        browser.get(URL, {"lieu": "Atlantide"})
    )
    every = text_of(browser.get(URL), "//body")
    assert needing.party.name not in every
    assert "Ravalement" not in every
    few = sql_for(browser, URL)
    for _ in range(5):
        needing.opening()
    assert sql_for(browser, URL) == few
