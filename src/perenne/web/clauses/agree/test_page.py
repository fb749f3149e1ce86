import pytest
from django.urls import reverse

from perenne.domain.clauses.actions import submit_clause
from perenne.domain.clauses.queries import clause_card
from perenne.domain.clauses.states import ClauseState
from perenne.domain.programming.factories import TODAY
from perenne.web.tests.browser import text_of

pytestmark = pytest.mark.django_db


def url_of(act, clause_id):
    return reverse(f"clauses:{act}", args=[clause_id])


def state_of(clause_id, committee):
    return clause_card(clause_id, seen_by=committee.facilitator).state


def test_the_facilitator_submits_in_one_click(browser, committee, worded):
    page = browser.post(url_of("submit", worded), follow=True)
    assert "La version 1 est soumise à l’acheteur." in text_of(page)
    assert state_of(worded, committee) is ClauseState.SUBMITTED
    again = browser.post(url_of("submit", worded), follow=True)
    assert "Vous ne pouvez pas faire cela" in text_of(again)


def test_the_buyer_approves_in_one_click_what_it_has_read(buyer, committee, submitted):
    stale = buyer.post(url_of("approve", submitted), {"number": "7"}, follow=True)
    assert "Une version 1 a été soumise" in text_of(stale)
    assert state_of(submitted, committee) is ClauseState.SUBMITTED
    page = buyer.post(url_of("approve", submitted), {"number": "1"}, follow=True)
    assert "La version 1 est validée." in text_of(page)
    assert state_of(submitted, committee) is ClauseState.APPROVED


@pytest.mark.parametrize("where", ["clauses:list", "desks:today"])
def test_one_click_from_a_list_is_enough(buyer, browser, committee, submitted, where):
    shown = buyer.get(reverse(where)).content.decode()
    assert f'action="{url_of("approve", submitted)}"' in shown
    assert url_of("approve", submitted) not in browser.get(reverse(where)).content.decode()
    buyer.post(url_of("approve", submitted), {"number": "1"})
    assert state_of(submitted, committee) is ClauseState.APPROVED


@pytest.mark.parametrize("act", ["submit", "approve"])
@pytest.mark.parametrize("who", ["other_facilitator", "other_buyer"])
def test_strangers_find_nothing(client_of, committee, worded, act, who):
    assert client_of(getattr(committee, who)).post(url_of(act, worded)).status_code == 404


def test_each_does_only_its_part(browser, buyer, committee, worded):
    assert "Vous ne pouvez pas" in text_of(buyer.post(url_of("submit", worded), follow=True))
    submit_clause(clause_id=worded, by=committee.facilitator, on=TODAY)
    answer = browser.post(url_of("approve", worded), {"number": "1"}, follow=True)
    assert "Vous ne pouvez pas" in text_of(answer)
    assert browser.get(url_of("approve", worded)).status_code == 405
