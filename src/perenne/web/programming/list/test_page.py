import pytest
from django.urls import reverse

from perenne.web.tests.browser import sql_for, text_of, tree_of
from perenne.web.tests.scenes import (
    CLEANING,
    LINES,
    many,
    new_programme,
    new_sent_programme,
)

pytestmark = pytest.mark.django_db
URL = reverse("programming:list")


@pytest.fixture
def sent_id(committee):
    """Not there for the other tests: they look at all that there is."""
    return new_sent_programme(committee.buyer)


def titles_in(page):
    return [link.text_content() for link in tree_of(page).xpath("//main//tbody//th/a")]


@pytest.mark.parametrize("who", ["nobody", "visitor"])
def test_without_an_account_one_is_asked_who_one_is(client_of, committee, who):
    page = client_of(getattr(committee, who)).get(URL)
    assert page.url == f"{reverse('account:login')}?next={URL}"


def test_each_sees_what_is_theirs_the_newest_first(client_of, committee):
    new_sent_programme(committee.buyer, title="Première")
    new_sent_programme(committee.buyer, LINES[CLEANING], title="Deuxième")
    new_programme(committee.buyer, title="Brouillon")
    new_programme(committee.visitor, title="D’un visiteur")
    seen = {
        who: titles_in(client_of(getattr(committee, who)).get(URL))
        for who in ("buyer", "other_buyer", "facilitator", "other_facilitator", "coordination")
    }
    assert seen == {
        "buyer": ["Brouillon", "Deuxième", "Première"],
        "other_buyer": [],
        "facilitator": ["Deuxième", "Première"],
        "other_facilitator": ["Première"],
        "coordination": ["Deuxième", "Première"],
    }


@pytest.mark.parametrize(
    ("who", "purchases", "recommended"),
    [("buyer", 5, 3), ("facilitator", 4, 2), ("other_facilitator", 1, 1)],
)
@pytest.mark.usefixtures("sent_id")
def test_a_row_counts_only_what_its_viewer_sees(client_of, committee, who, purchases, recommended):
    page = client_of(getattr(committee, who)).get(URL)
    cells = [cell.text_content() for cell in tree_of(page).xpath("//main//tbody/tr/td")]
    assert cells[:1] + cells[2:5] == [
        "Ville de Meaux",
        "Transmise",
        f"{purchases}",
        f"{recommended}",
    ]


def test_an_empty_list_says_what_will_come(client_of, committee):
    page = client_of(committee.facilitator).get(URL)
    assert "Les programmations transmises apparaîtront ici." in text_of(page)


def test_twenty_on_a_page_and_the_rest_on_the_next(client_of, committee):
    for number in range(23):
        new_sent_programme(committee.buyer, LINES[CLEANING], title=f"Envoi {number}")
    browser = client_of(committee.facilitator)
    pages = [titles_in(browser.get(URL, {"page": asked})) for asked in (1, 2, 99, "x")]
    assert [len(titles) for titles in pages] == [20, 3, 3, 20]
    assert set(pages[0]) | set(pages[1]) == {f"Envoi {number}" for number in range(23)}


@pytest.mark.parametrize("who", ["buyer", "facilitator", "coordination"])
def test_neither_more_programmes_nor_more_purchases_ask_more_of_the_database(
    client_of, committee, who
):
    browser = client_of(getattr(committee, who))
    new_sent_programme(committee.buyer)
    once = sql_for(browser, URL)
    for _ in range(9):
        new_sent_programme(committee.buyer, LINES[CLEANING])
    new_sent_programme(committee.buyer, *many(200))
    assert sql_for(browser, URL) == once <= 7
