import pytest
from django.urls import reverse

from perenne.domain.programming.queries import purchase_card
from perenne.web.tests.browser import error_on, typed_in
from perenne.web.tests.scenes import CLEANING

pytestmark = pytest.mark.django_db


def url_of(purchase):
    return reverse("programming:reassign", args=[purchase.id])


def test_the_coordination_gives_it_to_another_and_the_reason_is_read(
    client_of, committee, received
):
    browser = client_of(committee.coordination)
    other = committee.other_facilitator.organisation_id
    page = browser.post(url_of(received[CLEANING]), {"body": other, "reason": " "})
    assert "Dites pourquoi" in error_on(page, "reason")
    assert typed_in(page)["body"] == str(other)
    said = {"body": other, "reason": "Spécialiste de la propreté."}
    browser.post(url_of(received[CLEANING]), said)
    card = purchase_card(received[CLEANING].id, seen_by=committee.other_facilitator)
    assert card.routing_reason == "Confié par la coordination : Spécialiste de la propreté."


@pytest.mark.parametrize("who", ["facilitator", "other_facilitator", "buyer", "company"])
def test_nobody_else_does(client_of, committee, received, who):
    browser = client_of(getattr(committee, who))
    assert browser.get(url_of(received[CLEANING])).status_code == 404
    assert browser.post(url_of(received[CLEANING]), {}).status_code == 404
