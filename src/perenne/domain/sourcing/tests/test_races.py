"""At the same instant: two offers for the last place, an answer and a closing, two waves.

`at_once` lets only refusals through: a deadlock or a broken constraint fails the test.
"""

import pytest
from django.db.models import Sum

from perenne.domain.sourcing.actions import (
    Declining,
    Offering,
    answer_by_link,
    fill_opening,
    keep_offer,
    leave_offer,
    send_wave,
)
from perenne.domain.sourcing.factories import (
    ON,
    new_offer,
    new_opening,
    new_solicitation,
    token_for,
)
from perenne.domain.sourcing.models import Offer, Opening, Solicitation
from perenne.domain.sourcing.states import DeclineReason
from perenne.domain.sourcing.tests.conftest import NOON, Scene
from perenne.kit.actors import HOUSE, VISITOR
from perenne.kit.testing.commits import at_once, refusals

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_commits")]
ROUNDS = 3
ONE = Offering(1, ON)


@pytest.fixture
def scene():
    return Scene()


def keeping(scene, offer, by=None):
    return lambda: keep_offer(offer_id=offer.pk, by=by or scene.company, on=ON)


def answering(row, answer=ONE):
    token = token_for(row)
    return lambda: answer_by_link(token=token, answer=answer, by=VISITOR, on=ON)


def test_two_offers_for_the_last_place_make_one_promise(scene):
    structures = scene.structures(4)
    for _ in range(ROUNDS):
        opening = new_opening(scene.commitment)
        offers = [new_offer(opening, one) for one in structures]
        outcomes = at_once(
            *[keeping(scene, one) for one in offers[:2]],
            keeping(scene, offers[2], scene.facilitator),
        )
        assert len(refusals(outcomes)) == 2
        opening.refresh_from_db()
        of_it = Offer.objects.filter(solicitation__opening=opening)
        assert (opening.state, of_it.filter(state="kept").count()) == ("filled", 1)
        assert of_it.filter(state="left").count() == 3
        assert of_it.aggregate(sum=Sum("kept_minutes"))["sum"] == opening.minutes


def test_parts_that_are_kept_at_once_never_promise_more_than_is_needed(scene):
    structures = scene.structures(5)
    opening = new_opening(scene.commitment, persons=3)
    offers = [new_offer(opening, one) for one in structures]
    outcomes = at_once(*[keeping(scene, one) for one in offers])
    assert len(refusals(outcomes)) == 2
    kept = Offer.objects.filter(solicitation__opening=opening, state="kept")
    assert sorted(kept.values_list("kept_minutes", flat=True)) == [6_000] * 3
    assert Opening.objects.get().state == "filled"


def test_an_answer_and_a_closing_at_once_leave_nobody_waiting(scene):
    one, other = scene.structures(2)
    for number in range(ROUNDS):
        opening = new_opening(scene.commitment)
        rows = [new_solicitation(opening, it) for it in (one, other)]
        outcomes = at_once(
            lambda key=opening.pk: fill_opening(opening_id=key, by=scene.company, on=ON),
            answering(rows[0]),
            answering(rows[0], Declining(DeclineReason.NO_ONE)),
            answering(rows[1]),
        )
        assert len(refusals(outcomes)) >= 1, f"round {number}: the same link answered twice"
        of_it = Solicitation.objects.filter(opening=opening)
        assert not of_it.filter(state__in=["asked", "silent"]).exists()
        offers = Offer.objects.filter(solicitation__opening=opening)
        assert set(offers.values_list("state", flat=True)) <= {"left"}
        assert Opening.objects.get(pk=opening.pk).state == "filled"


def test_waves_that_leave_at_once_ask_each_structure_once(scene):
    scene.structures(12)
    opening = new_opening(scene.commitment)
    outcomes = at_once(
        *[lambda: send_wave(opening_id=opening.pk, by=HOUSE, now=NOON) for _ in range(4)]
    )
    assert sorted(outcomes) == [0, 0, 0, 5]
    asked = Solicitation.objects.filter(opening=opening)
    assert asked.count() == asked.values("structure").distinct().count() == 5


def test_an_offer_is_kept_or_left_and_never_both(scene):
    (one,) = scene.structures(1)
    opening = new_opening(scene.commitment)
    offer = new_offer(opening, one)
    outcomes = at_once(
        keeping(scene, offer),
        lambda: leave_offer(offer_id=offer.pk, by=scene.facilitator, on=ON),
    )
    assert len(refusals(outcomes)) == 1
    offer.refresh_from_db()
    state = Opening.objects.get().state
    assert (offer.state, state) in {("kept", "filled"), ("left", "open")}
