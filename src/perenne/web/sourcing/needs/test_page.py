import pytest
from django.urls import reverse

from perenne.web.tests.browser import sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("sourcing:needs")


def test_a_prescriber_reads_every_open_need_a_structure_those_it_was_asked(
    client_of, committee, needing
):
    opening = needing.opening()
    needing.asked(needing.opening(job_title="Façadier"))
    needing.opening(job_title="Pourvu", **needing.filled)
    browser = client_of(committee.prescriber)
    page = browser.get(URL)
    assert tree_of(page).xpath("//tbody//a/@href")[0] == reverse(
        "sourcing:propose", args=[opening.pk]
    )
    assert "Pourvu" not in text_of(page)
    theirs = text_of(client_of(committee.structure).get(URL), "//tbody")
    assert "Façadier" in theirs
    assert "Peintre" not in theirs
    few = sql_for(browser, URL)
    needing.opening()
    assert sql_for(browser, URL) == few
