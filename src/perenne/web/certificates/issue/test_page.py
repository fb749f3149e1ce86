import pytest
from django.urls import reverse

from perenne.domain.compliance.models import Certificate
from perenne.web.tests.browser import error_on, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(followed):
    return reverse("certificates:issue", args=[followed.commitment.pk])


def test_what_is_not_settled_is_told_then_it_is_issued(client_of, committee, followed, url):
    browser, year = client_of(committee.facilitator), str(followed.year)
    assert "Choisissez" in error_on(browser.post(url, {}), "what")
    assert "Aucune heure" in error_on(browser.post(url, {"what": year}), "what")
    followed.works(120, 3)
    assert "n’est pas terminé" in error_on(browser.post(url, {"what": "final"}), "what")
    this_year = error_on(browser.post(url, {"what": str(followed.today.year)}), "what")
    assert "revenez à partir du" in this_year
    page = browser.post(url, {"what": year}, follow=True)
    assert "la reçoit par courriel" in text_of(page)
    assert Certificate.objects.get().counted_minutes == 120 * 60
    assert "existe déjà" in error_on(browser.post(url, {"what": year}), "what")
    assert browser.post(url, {"what": "1999"}).status_code == 200


@pytest.mark.parametrize("who", ["buyer", "company", "coordination", "other_facilitator"])
def test_only_its_facilitator_issues(client_of, committee, url, who):
    assert client_of(getattr(committee, who)).get(url).status_code == 404
