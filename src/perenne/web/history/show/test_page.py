import pytest
from django.urls import reverse

from perenne.domain.clauses.states import ClauseState
from perenne.web.tests.browser import sql_for, text_of, title_of, tree_of, typed_in
from perenne.web.tests.scenes import (
    CLEANING,
    LINES,
    MASONRY,
    new_clause,
    new_programme,
    new_sent_programme,
    purchases_of,
)

pytestmark = pytest.mark.django_db


def url_of(subject, pk):
    return reverse(f"history:{subject}", args=[pk])


@pytest.fixture(scope="module")
def purchases(standing, standing_committee):
    buyer = standing_committee.buyer
    with standing():
        return purchases_of(new_sent_programme(buyer, LINES[CLEANING], LINES[MASONRY]), buyer)


@pytest.fixture
def worded(committee, purchases):
    return new_clause(purchases[0].id, committee.facilitator, ClauseState.WORDED)


def lines_in(page):
    return [" ".join(one.text_content().split()) for one in tree_of(page).xpath("//main//ol/li")]


def test_it_tells_every_act_newest_first_and_leads_back_to_the_thing(client_of, committee, worded):
    page = client_of(committee.facilitator).get(url_of("clause", worded))
    word, calibrate, opened = lines_in(page)
    assert title_of(page) == "Historique"
    assert word.startswith("Choisir le fondement")
    assert "État : Calibrée → Rédigée" in word
    assert "Camille Martin" in calibrate
    assert opened.startswith("Ouvrir la clause")
    assert "et " not in opened.split("Camille")[0][-20:]
    assert reverse("clauses:show", args=[worded]) in tree_of(page).xpath("//nav//a/@href")


def test_one_kind_of_act_alone_may_be_asked_for(client_of, committee, worded):
    page = client_of(committee.facilitator).get(url_of("clause", worded), {"acte": "clause.word"})
    assert len(lines_in(page)) == 1
    assert tree_of(page).xpath("//option[@selected]/@value") == ["clause.word"]
    assert "acte" in {*tree_of(page).xpath("//select/@name")}


@pytest.mark.parametrize("asked", [{"acte": "x"}, {"page": "x"}, {"page": "99"}, {"acte": "\0"}])
def test_what_an_address_says_wrongly_shows_everything(client_of, committee, worded, asked):
    page = client_of(committee.facilitator).get(url_of("clause", worded), asked)
    assert len(lines_in(page)) == 3


@pytest.mark.parametrize("key", ["0", "-1", "x", "9" * 40, "1e3", "١", "00000000-0000-0000-0000"])
@pytest.mark.parametrize("subject", ["clause", "purchase", "programme"])
def test_a_key_that_is_none_finds_nothing(client_of, committee, subject, key):
    assert client_of(committee.coordination).get(url_of(subject, key)).status_code == 404


@pytest.mark.parametrize(
    ("who", "status"),
    [("facilitator", 200), ("coordination", 200), ("buyer", 200), ("other_facilitator", 404),
     ("other_buyer", 404), ("visitor", 302)],
)  # fmt: skip
def test_it_is_open_to_whom_the_clause_is(client_of, committee, worded, who, status):
    answer = client_of(getattr(committee, who)).get(url_of("clause", worded))
    assert answer.status_code == status


def test_a_visitor_reads_the_history_of_their_own_draft(client_of, committee):
    draft = new_programme(committee.visitor)
    page = client_of(committee.visitor).get(url_of("programme", draft))
    assert "un visiteur" in text_of(page)
    assert client_of(committee.other_visitor).get(url_of("programme", draft)).status_code == 404


def test_the_page_of_the_thing_shows_the_last_five_folded(client_of, committee, worded, purchases):
    browser = client_of(committee.facilitator)
    for address, pk, subject, acts in (
        ("clauses:show", worded, "clause", 3),
        ("programming:study", purchases[0].id, "purchase", 1),
        ("programming:show", purchases[0].programme_id, "programme", 3),
    ):
        page = browser.get(reverse(address, args=[pk]))
        (folded,) = tree_of(page).xpath("//details[summary[text()='Historique']]")
        assert folded.get("open") is None
        assert len(folded.xpath(".//ol/li")) == acts
        assert folded.xpath(".//p/a/@href") == [url_of(subject, pk)]


def test_a_long_line_is_short_on_the_page_of_the_thing(client_of, committee, worded):
    page = client_of(committee.facilitator).get(reverse("clauses:show", args=[worded]))
    opened = tree_of(page).xpath("//details//ol/li")[-1]
    assert len(opened.xpath(".//ul/li")) == 5
    assert "autres données" in opened.text_content()


def test_a_thing_to_which_nothing_was_done_shows_no_history(client_of, committee, purchases):
    page = client_of(committee.facilitator).get(
        reverse("programming:study", args=[purchases[1].id])
    )
    assert "Historique" not in text_of(page)
    empty = client_of(committee.facilitator).get(url_of("purchase", purchases[1].id))
    assert "Rien n’a encore été fait" in text_of(empty)
    assert typed_in(empty) == {}


def test_it_asks_the_database_as_little_whatever_its_length(client_of, committee, purchases):
    browser = client_of(committee.facilitator)
    few = new_clause(purchases[1].id, committee.facilitator)
    many = new_clause(purchases[0].id, committee.facilitator, ClauseState.WORDED)
    asked = {sql_for(browser, url_of("clause", pk)) for pk in (few, many)}
    assert len(asked) == 1
    assert max(asked) <= 9
