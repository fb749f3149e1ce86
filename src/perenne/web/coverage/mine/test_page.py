import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.coverage.factories import new_absence, new_coverage
from perenne.rules.segments import Segment
from perenne.web.tests.browser import buttons_of, sql_for, text_of

pytestmark = pytest.mark.django_db
URL = reverse("coverage:mine")


def test_a_facilitator_reads_its_places_and_its_absences(client_of, committee):
    new_coverage(committee.facilitator, department_code="77", segments=[Segment.WORKS])
    new_absence(committee.facilitator, localdate())
    page = client_of(committee.facilitator).get(URL)
    said = text_of(page)
    assert "MeauxCommuneTous les segmentsTousSans limite" in said
    assert "77DépartementBâtiment et travaux publics" in said
    assert "Melun" not in said
    assert "En cours" in said
    assert buttons_of(page) == ["Annoncer une absence", "Retour anticipé"]


def test_a_body_reads_that_it_replaces_another(client_of, committee):
    backup = committee.other_facilitator.organisation_id
    new_absence(committee.facilitator, localdate(), backup_id=backup)
    page = client_of(committee.other_facilitator).get(URL)
    assert "C’est vous" in text_of(page)
    assert buttons_of(page) == ["Annoncer une absence"]


def test_a_body_that_covers_nothing_is_told_so(client_of, committee):
    area = new_coverage(committee.facilitator, department_code="77")
    type(area).objects.all().delete()
    said = text_of(client_of(committee.facilitator).get(URL))
    assert "Aucun lieu pour l’instant" in said
    assert "Aucune absence annoncée" in said


@pytest.mark.parametrize("who", ["buyer", "coordination", "company", "prescriber"])
def test_who_answers_for_no_place_has_no_such_page(client_of, committee, who):
    assert client_of(getattr(committee, who)).get(URL).status_code == 404


def test_more_areas_ask_the_database_no_more(client_of, committee):
    browser = client_of(committee.facilitator)
    few = sql_for(browser, URL)
    for year in range(2030, 2036):
        new_coverage(
            committee.facilitator, department_code="77", since=localdate().replace(year=year)
        )
    assert sql_for(browser, URL) == few
