import pytest
from django.urls import reverse

from perenne.domain.clauses.states import ClauseState
from perenne.kit.files.models import StoredFile
from perenne.kit.journal.models import Entry
from perenne.kit.journal.reading import note_read
from perenne.web.tests.browser import error_on, sql_for, text_of, title_of, tree_of, typed_in
from perenne.web.tests.scenes import CLEANING, LINES, new_clause, new_sent_programme, purchases_of

pytestmark = pytest.mark.django_db
URL = reverse("history:journal")


@pytest.fixture
def worked(committee):
    sent = new_sent_programme(committee.buyer, LINES[CLEANING])
    (purchase,) = purchases_of(sent, committee.buyer)
    return new_clause(purchase.id, committee.facilitator, ClauseState.WORDED)


@pytest.fixture
def browser(client_of, committee):
    return client_of(committee.coordination)


def rows_of(page):
    return [" ".join(row.text_content().split()) for row in tree_of(page).xpath("//tbody/tr")]


def test_the_coordination_reads_everything_with_a_way_to_each_thing(browser, worked):
    page = browser.get(URL)
    assert title_of(page) == "Journal"
    assert len(rows_of(page)) == 7
    assert any("Choisir le fondement" in row and "Camille Martin" in row for row in rows_of(page))
    assert reverse("history:clause", args=[worked]) in tree_of(page).xpath("//tbody//a/@href")


def test_it_is_in_the_menu_of_the_coordination_alone(client_of, committee, browser):
    assert URL in tree_of(browser.get(URL)).xpath("//nav//a/@href")
    desk = client_of(committee.facilitator).get(reverse("desks:today"))
    assert URL not in tree_of(desk).xpath("//a/@href")


@pytest.mark.parametrize(
    ("who", "status"),
    [("facilitator", 404), ("buyer", 404), ("company", 404), ("prescriber", 404), ("visitor", 302)],
)
def test_nobody_else_finds_it(client_of, committee, who, status):
    assert client_of(getattr(committee, who)).get(URL).status_code == status
    assert not Entry.objects.filter(act="journal.read").exists()


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        ({"acte": "clause.word"}, 1),
        ({"organisme": "meaux"}, 3),
        ({"organisme": "meaux", "acte": "clause.word"}, 0),
        ({"personne": "martin"}, 7),
        ({"personne": "Dupont"}, 0),
        ({"jour": "1/1/2020"}, 0),
    ],
)
def test_it_is_sifted(browser, worked, asked, rows):
    page = browser.get(URL, asked)
    assert len(rows_of(page)) == rows
    assert {**typed_in(page)}.items() >= asked.items()
    assert ("Aucune ligne" in text_of(page)) == (not rows)


def test_a_day_that_is_none_is_told_beside_its_field_and_kept(browser, worked):
    page = browser.get(URL, {"jour": "demain", "acte": "clause.word"})
    assert error_on(page, "jour")
    assert typed_in(page)["jour"] == "demain"
    assert typed_in(page)["acte"] == "clause.word"


def test_reading_it_is_a_line_of_it_once_a_day(browser, worked):
    for _ in range(3):
        browser.get(URL)
    rows = [row for row in rows_of(browser.get(URL)) if "Consulter le journal" in row]
    assert len(rows) == 1


def test_what_was_typed_is_shown_as_text(browser):
    page = browser.get(URL, {"organisme": "<b>x</b>&\"'"})
    assert tree_of(page).xpath("//b") == []
    assert typed_in(page)["organisme"] == "<b>x</b>&\"'"


def test_who_reads_too_many_files_is_told_at_the_top(browser, committee):
    for _ in range(101):
        note_read(StoredFile(), by=committee.company)
    assert "Camille Martin a ouvert 101 dossiers de personnes en une heure" in text_of(
        browser.get(URL)
    )


def test_fifty_lines_ask_no_more_of_the_database_than_seven(browser, committee, worked):
    browser.get(URL)  # the first reading of the day leaves its line
    few = sql_for(browser, URL)
    for _ in range(8):
        new_sent_programme(committee.buyer, LINES[CLEANING])
    page = browser.get(URL)
    assert few == sql_for(browser, URL) <= 11
    assert len(rows_of(page)) == 7 + 8 * 4 + 1
