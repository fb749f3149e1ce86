from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import now

from perenne.domain.clauses.models import CommitmentShare
from perenne.web.tests.browser import error_on, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(running):
    return reverse("clauses:withdraw", args=running.ids)


@pytest.mark.parametrize("who", ["company", "facilitator"])
def test_hours_are_taken_back_with_a_reason(client_of, committee, running, url, who):
    browser = client_of(getattr(committee, who))
    assert "lira ces mots" in error_on(browser.post(url, {"reason": ""}), "reason")
    assert "cinq caractères" in error_on(browser.post(url, {"reason": "non"}), "reason")
    page = browser.post(url, {"reason": "Changement de méthode."}, follow=True)
    assert "300 h sont reprises." in text_of(page)
    assert "Changement de méthode." in text_of(page)
    assert browser.get(url).status_code == 404


def test_a_new_link_replaces_the_one_before(client_of, committee, running, url):
    before = running.token(running.share)
    again = reverse("clauses:resend", args=running.ids)
    early = client_of(committee.company).post(again, follow=True)
    assert "moins de trois jours" in text_of(early)
    assert running.token(running.share) == before
    CommitmentShare.objects.filter(pk=running.share.pk).update(expires_at=now() + timedelta(26))
    page = client_of(committee.company).post(again, follow=True)
    assert "Un nouveau lien est parti" in text_of(page)
    assert running.token(running.share) != before
    for who in ("structure", "buyer"):
        assert client_of(getattr(committee, who)).post(again).status_code == 404


@pytest.mark.parametrize("who", ["structure", "buyer", "coordination"])
def test_nobody_else_takes_them_back(client_of, committee, url, who):
    assert client_of(getattr(committee, who)).post(url, {"reason": "Parce que."}).status_code == 404
