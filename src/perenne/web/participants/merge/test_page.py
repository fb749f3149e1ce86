import pytest
from django.urls import reverse

from perenne.domain.participants.models import EligibilityFile, Participant
from perenne.web.tests.browser import text_of

pytestmark = pytest.mark.django_db


def test_the_facilitator_merges_two_records(client_of, committee, asking):
    known, fresh = asking.ask(), asking.ask(last_name="Dupond Martin")
    kept_id = EligibilityFile.objects.get(pk=known).participant_id
    browser = client_of(committee.facilitator)
    url = reverse("participants:merge", args=[fresh, kept_id])
    assert browser.get(url).status_code == 405
    assert "sont réunies" in text_of(browser.post(url, follow=True), "//body")
    assert EligibilityFile.objects.get(pk=fresh).participant_id == kept_id
    assert Participant.objects.exclude(merged_into=None).count() == 1
    assert "ne se ressemblent pas" in text_of(browser.post(url, follow=True), "//body")
