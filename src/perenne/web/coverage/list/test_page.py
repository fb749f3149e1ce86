import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.coverage.factories import new_absence, new_coverage
from perenne.web.tests.browser import buttons_of, sql_for, text_of
from perenne.web.tests.scenes import new_sent_programme

pytestmark = pytest.mark.django_db
URL = reverse("coverage:list")


def test_the_coordination_reads_every_area_under_its_body_with_its_load(client_of, committee):
    new_sent_programme(committee.buyer)
    new_coverage(committee.facilitator, department_code="77", until=localdate())
    new_absence(committee.facilitator, localdate())
    page = client_of(committee.coordination).get(URL)
    said = text_of(page)
    assert "2 zones · 4 achats à étudier · Annoncer une absence" in said
    assert "1 zone · 1 achat à étudier · Annoncer une absence" in said
    assert "77Départementjusqu’au" in said
    assert buttons_of(page) == ["Ajouter une zone", "Retour anticipé"]


@pytest.mark.parametrize("who", ["buyer", "facilitator", "company"])
def test_nobody_else_does(client_of, committee, who):
    assert client_of(getattr(committee, who)).get(URL).status_code == 404


def test_without_any_area_it_is_said(client_of, committee):
    type(new_coverage(committee.facilitator, department_code="77")).objects.all().delete()
    assert "Aucune zone" in text_of(client_of(committee.coordination).get(URL))


def test_more_areas_and_absences_ask_the_database_no_more(client_of, committee):
    browser = client_of(committee.coordination)
    few = sql_for(browser, URL)
    for year in range(2030, 2036):
        day = localdate().replace(year=year)
        new_coverage(committee.facilitator, department_code="77", since=day)
        new_absence(committee.facilitator, day, until=day)
    assert sql_for(browser, URL) == few
