import pytest
from django.urls import reverse

from perenne.domain.compliance.models import Review
from perenne.domain.compliance.states import ReviewState
from perenne.web.tests.browser import error_on, text_of, typed_in

pytestmark = pytest.mark.django_db


def test_a_meeting_of_the_calendar_gets_its_day_and_another_is_added(
    client_of, committee, followed
):
    due = followed.review(ReviewState.DUE, place="")
    plan, add = (
        reverse("reviews:plan", args=[due.pk]),
        reverse("reviews:add", args=[followed.commitment.pk]),
    )
    browser = client_of(committee.facilitator)
    assert typed_in(browser.get(plan))["day"] == f"{due.due_on:%d/%m/%Y}"
    typed = {"day": "12/01/2027", "hour": "quatorze", "place": " "}
    wrong = browser.post(plan, typed)
    assert "14:30" in error_on(wrong, "hour")
    assert "Indiquez le lieu" in error_on(wrong, "place")
    assert typed_in(wrong)["hour"] == "quatorze"
    for url in (plan, add):
        page = browser.post(url, {**typed, "hour": "14 h 30", "place": "Mairie"}, follow=True)
        assert "prévenus par courriel" in text_of(page)
        assert "mardi 12 janvier 2027 à 14:30" in text_of(page)
    assert typed_in(browser.get(plan))["hour"] == "14:30"
    assert list(Review.objects.values_list("state", flat=True)) == ["planned"] * 2
    for who in ("buyer", "company", "coordination", "other_facilitator"):
        assert client_of(getattr(committee, who)).get(plan).status_code == 404
        assert client_of(getattr(committee, who)).get(add).status_code == 404
