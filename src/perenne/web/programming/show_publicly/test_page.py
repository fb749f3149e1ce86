import pytest
from django.urls import reverse

from perenne.domain.programming.queries import purchase_card
from perenne.web.tests.browser import tree_of
from perenne.web.tests.scenes import CLEANING

pytestmark = pytest.mark.django_db


def test_the_buyer_hides_a_purchase_and_shows_it_again(client_of, committee, sent_id, received):
    browser = client_of(committee.buyer)
    for hidden in (True, False):
        page = browser.get(reverse("programming:show", args=[sent_id]))
        actions = tree_of(page).xpath("//li[contains(@class,'entry')]//form/@action")
        assert len(actions) == len(received)
        browser.post(actions[CLEANING])
        card = purchase_card(received[CLEANING].id, seen_by=committee.buyer)
        assert card.is_discreet is hidden


@pytest.mark.parametrize("who", ["facilitator", "coordination", "other_buyer", "company"])
def test_nobody_else_does(client_of, committee, received, who):
    url = reverse("programming:hide", args=[received[CLEANING].id])
    browser = client_of(getattr(committee, who))
    assert browser.post(url).status_code in {302, 404}
    assert browser.get(url).status_code == 405
    assert not purchase_card(received[CLEANING].id, seen_by=committee.buyer).is_discreet
