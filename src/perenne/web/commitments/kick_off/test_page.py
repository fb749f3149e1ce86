import pytest
from django.urls import reverse

from perenne.rules.kick_off import CHECKS
from perenne.web.tests.browser import error_on, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(running):
    return reverse("clauses:kick_off", args=[running.commitment.pk])


def test_the_check_list_is_read_and_the_commitment_starts(client_of, committee, running, url):
    browser = client_of(committee.facilitator)
    assert CHECKS[-1].replace("'", "’") in text_of(browser.get(url)).replace("'", "’")
    page = browser.post(url, {"held_on": f"{running.today:%d/%m/%Y}"}, follow=True)
    assert "L’engagement est en cours." in text_of(page)
    assert browser.get(url).status_code == 404


def test_a_meeting_before_the_notification_is_refused(client_of, committee, url):
    page = client_of(committee.facilitator).post(url, {"held_on": "01/01/2001"})
    assert "suit la notification" in error_on(page, "held_on")


@pytest.mark.parametrize("who", ["buyer", "company", "coordination", "other_facilitator"])
def test_only_its_facilitator_says_so(client_of, committee, url, who):
    assert client_of(getattr(committee, who)).get(url).status_code == 404
