import pytest
from django.urls import reverse

from perenne.domain.clauses.states import ClauseState
from perenne.web.tests.browser import sql_for, text_of, tree_of
from perenne.web.tests.scenes import (
    YEAR,
    many,
    new_clause,
    new_sent_programme,
    purchases_of,
)

pytestmark = pytest.mark.django_db
URL = reverse("clauses:list")


def rows_in(page):
    rows = tree_of(page).xpath("//main//tbody/tr")
    return [[cell.text_content() for cell in row] for row in rows]


def numbers_in(page):
    return [int(url.split("/")[-2]) for url in tree_of(page).xpath("//main//tbody//th/a/@href")]


@pytest.fixture
def clauses_of(committee):
    """As many clauses of the facilitator, worded so that the buyer sees them too."""

    def opened(number):
        sent_id = new_sent_programme(committee.buyer, *many(number))
        for purchase in purchases_of(sent_id, committee.buyer):
            new_clause(purchase.id, committee.facilitator, ClauseState.WORDED)

    return opened


@pytest.mark.parametrize("who", ["nobody", "visitor"])
def test_without_an_account_one_is_asked_who_one_is(client_of, committee, who):
    page = client_of(getattr(committee, who)).get(URL)
    assert page.url == f"{reverse('account:login')}?next={URL}"


def test_each_sees_what_is_theirs_and_the_buyer_only_what_is_worded(
    client_of, committee, opened, calibrated, worded
):
    seen = {
        who: numbers_in(client_of(getattr(committee, who)).get(URL))
        for who in ("facilitator", "coordination", "buyer", "other_facilitator", "other_buyer")
    }
    assert seen == {
        "facilitator": [opened, calibrated, worded],
        "coordination": [opened, calibrated, worded],
        "buyer": [worded],
        "other_facilitator": [],
        "other_buyer": [],
    }


@pytest.mark.usefixtures("calibrated")
def test_a_row_says_whose_it_is_its_stage_its_hours_and_its_consultation(browser):
    ((object_, buyer, facilitator, stage, hours, launch),) = rows_in(browser.get(URL))
    assert (object_, buyer) == ("Lot 1 - Gros œuvre, maçonnerie", "Ville de Meaux")
    assert facilitator.startswith("Facilitateur")
    assert (stage, hours, launch) == ("Calibrée", "833 h".replace(" ", "\u00a0"), f"mars {YEAR}")


def test_an_empty_list_says_what_will_come(browser):
    assert "Les clauses retenues apparaîtront ici." in text_of(browser.get(URL))


def test_thirty_on_a_page_and_the_rest_on_the_next(browser, clauses_of):
    clauses_of(33)
    pages = [numbers_in(browser.get(URL, {"page": number})) for number in (1, 2, 99, "x")]
    assert [len(numbers) for numbers in pages] == [30, 3, 3, 30]
    assert len({*pages[0], *pages[1]}) == 33


@pytest.mark.parametrize("who", ["facilitator", "coordination", "buyer"])
def test_more_clauses_ask_no_more_of_the_database(client_of, committee, clauses_of, who):
    client = client_of(getattr(committee, who))
    clauses_of(1)
    once = sql_for(client, URL)
    clauses_of(20)
    assert sql_for(client, URL) == once <= 6
