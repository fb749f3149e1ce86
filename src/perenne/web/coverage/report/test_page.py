import csv
import io

import pytest
from django.urls import reverse

from perenne.domain.coverage.factories import new_coverage
from perenne.domain.territories.actions import OfficialCommune, load_communes
from perenne.domain.territories.factories import load_places, official
from perenne.web.tests.browser import sql_for, text_of

pytestmark = pytest.mark.django_db
URL = reverse("coverage:report")


@pytest.fixture
def browser(client_of, committee):
    load_communes(
        [OfficialCommune("77445", "Savigny-le-Temple", "77", ("77176",), population=31_000)]
    )
    return client_of(committee.coordination)


def test_orphans_are_told_with_their_population(browser):
    said = text_of(browser.get(URL))
    assert "Communes orphelines Personne ne les couvre" in said
    assert "Savigny-le-Temple–31 000Facilitateur" not in said
    assert "Savigny-le-Temple–31 000Coordination" in said
    assert "31 000 habitants" in said


def test_communes_that_nothing_settles_between_two_bodies_are_told(browser, committee):
    new_coverage(committee.other_facilitator, commune_id="77284")
    said = text_of(browser.get(URL))
    assert "Rien ne dit lequel vient d’abord" in said


def test_a_commune_that_only_the_departement_covers_is_no_orphan(browser, committee):
    new_coverage(committee.coordination, department_code="77")
    said = text_of(browser.get(URL))
    assert "Couvertes seulement par le département Aucun organisme n’est plus proche." in said
    assert "Communes orphelines Aucune." in said


def test_the_export_has_a_line_for_each_commune_with_its_reason(browser, committee):
    answer = browser.get(URL, {"fichier": "csv"})
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert [row["Commune"] for row in rows] == ["Meaux", "Melun", "Savigny-le-Temple"]
    assert all(row["Raison"].endswith(".") for row in rows)
    assert [row["Couverture"] for row in rows] == [
        "Par la commune", "Par la commune", "Personne ne couvre cette commune",
    ]  # fmt: skip


@pytest.mark.parametrize("who", ["buyer", "facilitator", "company"])
@pytest.mark.parametrize("asked", [{}, {"fichier": "csv"}])
def test_nobody_else_reads_it(client_of, committee, who, asked):
    assert client_of(getattr(committee, who)).get(URL, asked).status_code == 404


def test_more_communes_ask_the_database_no_more(browser):
    few = sql_for(browser, URL)
    load_places(official("77990", "Ailleurs", "77999"))
    assert sql_for(browser, URL) == few
