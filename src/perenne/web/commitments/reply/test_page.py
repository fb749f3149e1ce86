import pytest
from django.urls import reverse

from perenne.web.tests.browser import error_on, text_of, title_of, typed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(running):
    return reverse("clauses:reply", args=running.ids)


def test_a_party_accepts_in_its_space(client_of, committee, running, url):
    browser = client_of(committee.structure)
    assert title_of(browser.get(url)) == "300 h"
    page = browser.post(url, {"answer": "accept"}, follow=True)
    assert "Votre réponse est enregistrée" in text_of(page)
    running.share.refresh_from_db()
    assert running.share.state == "accepted"
    assert browser.get(url).status_code == 404


def test_a_refusal_says_why(client_of, committee, running, url):
    browser = client_of(committee.structure)
    page = browser.post(url, {"answer": "refuse", "reason": "non"})
    assert "Dites pourquoi" in error_on(page, "reason")
    assert typed_in(page)["answer"] == "refuse"
    assert "Dites si vous acceptez" in text_of(browser.post(url, {}))
    browser.post(url, {"answer": "refuse", "reason": "Aucun encadrant libre."})
    running.share.refresh_from_db()
    assert (running.share.state, running.share.reason) == ("refused", "Aucun encadrant libre.")
    assert "Aucun encadrant libre." in text_of(
        client_of(committee.company).get(
            reverse("clauses:commitment", args=[running.commitment.pk])
        )
    )


@pytest.mark.parametrize("who", ["company", "buyer", "facilitator", "prescriber"])
def test_nobody_else_answers(client_of, committee, url, who):
    browser = client_of(getattr(committee, who))
    assert browser.get(url).status_code == 404
    assert browser.post(url, {"answer": "accept"}).status_code == 404
