import pytest
from django.urls import reverse

from perenne.domain.clauses.queries import clause_card, threads_of
from perenne.domain.clauses.states import ClauseState
from perenne.web.tests.browser import error_on, text_of, typed_in

pytestmark = pytest.mark.django_db


def url_of(act, clause_id):
    return reverse(f"clauses:{act}", args=[clause_id])


@pytest.mark.parametrize("act", ["send_back", "drop"])
def test_a_reason_is_asked_for_and_what_was_typed_stays(browser, submitted, act):
    page = browser.post(url_of(act, submitted), {"reason": ""})
    assert error_on(page, "reason").startswith("Dites pourquoi")
    short = browser.post(url_of(act, submitted), {"reason": "Non"})
    assert error_on(short, "reason").startswith("Dites pourquoi, en cinq caractères")
    assert typed_in(short)["reason"] == "Non"


def test_the_buyer_sends_it_back_and_the_reason_is_a_comment(buyer, committee, submitted):
    page = buyer.post(url_of("send_back", submitted), {"reason": "Trop d’heures."}, follow=True)
    assert "La clause est renvoyée à la rédaction." in text_of(page)
    assert clause_card(submitted, seen_by=committee.buyer).state is ClauseState.WORDED
    (thread,) = threads_of(submitted, seen_by=committee.facilitator)
    assert thread.first.text == "Trop d’heures."


def test_the_facilitator_drops_it_for_good(browser, committee, worded):
    page = browser.post(url_of("drop", worded), {"reason": "Besoin abandonné."}, follow=True)
    assert "Motif : Besoin abandonné." in text_of(page)
    assert clause_card(worded, seen_by=committee.facilitator).state is ClauseState.DROPPED
    assert browser.get(url_of("drop", worded)).status_code == 404


@pytest.mark.parametrize(
    ("who", "statuses"),
    [("buyer", [200, 404]), ("facilitator", [200, 200]), ("coordination", [404, 404]),
     ("other_buyer", [404, 404]), ("visitor", [302, 302])],
)  # fmt: skip
def test_who_may(client_of, committee, submitted, who, statuses):
    browser = client_of(getattr(committee, who))
    found = [browser.get(url_of(act, submitted)).status_code for act in ("send_back", "drop")]
    assert found == statuses
