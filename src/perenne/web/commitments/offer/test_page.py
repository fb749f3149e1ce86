from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import now

from perenne.domain.clauses.models import CommitmentShare
from perenne.web.tests.browser import error_on, text_of, title_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def share(running):
    return running.propose(running.other, 120)


@pytest.fixture
def url(running, share):
    return reverse("clauses:offer", args=[running.token(share)])


def test_without_an_account_one_reads_the_offer_and_accepts(client_of, committee, share, url):
    browser = client_of(committee.nobody)
    page = browser.get(url)
    assert title_of(page) == "120 h"
    for words in (
        "Chape Brie",
        "Ville de Meaux",
        "Gros œuvre du groupe scolaire",
        "Camille Martin",
    ):
        assert words in text_of(page)
    assert "Votre réponse est enregistrée" in text_of(browser.post(url, {"answer": "accept"}))
    share.refresh_from_db()
    assert share.state == "accepted"
    assert "déjà enregistrée" in text_of(browser.get(url))


def test_a_refusal_says_why_and_the_hours_stay_above(client_of, committee, share, url):
    browser = client_of(committee.nobody)
    assert "Dites pourquoi" in error_on(browser.post(url, {"answer": "refuse"}), "reason")
    page = browser.post(url, {"answer": "refuse", "reason": "Carnet plein."})
    assert "restent à" in text_of(page)
    share.refresh_from_db()
    assert (share.state, share.reason) == ("refused", "Carnet plein.")


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"expires_at": now() - timedelta(1)}, "Ce lien n’est plus valable"),
        ({"token_print": "0" * 64}, "Ce lien n’est pas reconnu"),
        ({"state": "withdrawn", "reason": "Reprise."}, "les a reprises"),
    ],
)
def test_a_link_that_opens_nothing_says_so_and_shows_nothing(
    client_of, committee, share, url, facts, words
):
    CommitmentShare.objects.filter(pk=share.pk).update(**facts)
    browser = client_of(committee.nobody)
    for answer in (browser.get(url), browser.post(url, {"answer": "accept"})):
        assert words in text_of(answer)
        assert "Chape Brie" not in text_of(answer)
        assert "Meaux" not in text_of(answer)


def test_somebody_who_is_signed_in_elsewhere_answers_all_the_same(client_of, committee, share, url):
    page = client_of(committee.other_buyer).post(url, {"answer": "accept"})
    assert "Votre réponse est enregistrée" in text_of(page)
