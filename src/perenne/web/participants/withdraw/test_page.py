import pytest
from django.urls import reverse

from perenne.domain.participants.factories import new_verdict
from perenne.domain.participants.models import Verdict
from perenne.web.tests.browser import error_on, text_of

pytestmark = pytest.mark.django_db


def test_a_verdict_is_taken_back_with_a_reason(client_of, committee):
    verdict = new_verdict(facilitator=committee.facilitator)
    url = reverse("participants:withdraw_verdict", args=[verdict.file_id, verdict.pk])
    browser = client_of(committee.facilitator)
    assert (
        error_on(browser.post(url, {"reason": ""}), "reason") == "Dites pourquoi l’avis est retiré."
    )
    assert "en cinq caractères" in error_on(browser.post(url, {"reason": "Non"}), "reason")
    page = browser.post(url, {"reason": "Attestation fausse."}, follow=True)
    assert "Avis retiré" in text_of(page)
    assert Verdict.objects.get().withdrawn_because == "Attestation fausse."
    assert browser.get(url).status_code == 404


def test_the_verdict_is_that_of_the_file(client_of, committee):
    one, other = (new_verdict(facilitator=committee.facilitator) for _ in range(2))
    url = reverse("participants:withdraw_verdict", args=[one.file_id, other.pk])
    assert client_of(committee.facilitator).get(url).status_code == 404
