import pytest
from django.urls import reverse

from perenne.domain.sourcing.models import Offer
from perenne.web.tests.browser import sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("sourcing:asked")


def test_a_structure_reads_what_it_was_asked_and_takes_its_offer_back(
    client_of, committee, needing
):
    needing.offer(needing.asked(needing.opening()))
    needing.asked(needing.opening(job_title="Façadier"))
    needing.asked(needing.opening(job_title="Secret"), needing.prescriber)
    browser = client_of(committee.structure)
    page = browser.get(URL)
    rows = [" ".join(row.text_content().split()) for row in tree_of(page).xpath("//tbody/tr")]
    assert [row[:8] for row in rows] == ["Façadier", "Peintre "]
    assert "avant le" in rows[0]
    assert "1 personne, 120 h par mois" in rows[1]
    assert len(tree_of(browser.get(URL, {"vue": "a-repondre"})).xpath("//tbody/tr")) == 1
    offer = Offer.objects.get()
    withdraw = reverse("sourcing:withdraw", args=[offer.pk])
    client_of(committee.prescriber).post(withdraw)
    offer.refresh_from_db()
    assert offer.state == "proposed"
    assert "est retirée" in text_of(browser.post(withdraw, follow=True), "//body")
    again = browser.post(withdraw, follow=True)
    assert "il a changé d’étape" in text_of(again, "//body")
    few = sql_for(browser, URL)
    for _ in range(3):
        needing.offer(needing.asked(needing.opening()))
    assert sql_for(browser, URL) == few
