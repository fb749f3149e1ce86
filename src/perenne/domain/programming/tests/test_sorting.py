"""The facilitator decides what is worth a clause; the buyer reads why one is not."""

import pytest

from perenne.domain.organisations.factories import new_actor
from perenne.domain.programming.actions import (
    keep_purchase,
    leave_purchase_aside,
    take_purchase_back,
)
from perenne.domain.programming.factories import new_programme, new_purchase
from perenne.domain.programming.queries import purchase_card
from perenne.domain.programming.states import ProgrammeState, PurchaseState
from perenne.kit.actors import Role
from perenne.kit.refusals import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def facilitator():
    return new_actor(Role.FACILITATOR)


@pytest.fixture
def purchase(facilitator):
    programme = new_programme(new_actor(Role.BUYER), state=ProgrammeState.SENT)
    return new_purchase(programme, facilitator=facilitator, state=PurchaseState.RECEIVED)


def state_of(purchase):
    purchase.refresh_from_db()
    return PurchaseState(purchase.state)


def test_a_purchase_is_kept(purchase, facilitator):
    kept = keep_purchase(purchase_id=purchase.pk, by=facilitator)
    assert kept == purchase
    assert state_of(purchase) == PurchaseState.KEPT


def test_a_purchase_left_aside_says_why_to_its_buyer(purchase, facilitator):
    leave_purchase_aside(purchase_id=purchase.pk, reason=" Trop court. ", by=facilitator)
    assert state_of(purchase) == PurchaseState.LEFT_ASIDE
    assert purchase_card(purchase.pk, seen_by=facilitator).aside_reason == "Trop court."


@pytest.mark.parametrize("reason", ["", "   ", "\n\t"])
def test_nothing_is_left_aside_without_a_reason(purchase, facilitator, reason):
    with pytest.raises(Refused, match="Dites pourquoi cet achat est écarté"):
        leave_purchase_aside(purchase_id=purchase.pk, reason=reason, by=facilitator)
    assert state_of(purchase) == PurchaseState.RECEIVED


def test_a_very_long_reason_is_cut_to_what_is_shown(purchase, facilitator):
    leave_purchase_aside(purchase_id=purchase.pk, reason="a" * 900, by=facilitator)
    assert purchase_card(purchase.pk, seen_by=facilitator).aside_reason == "a" * 500


def test_what_was_left_aside_is_taken_back_and_its_reason_goes(purchase, facilitator):
    leave_purchase_aside(purchase_id=purchase.pk, reason="Trop court.", by=facilitator)
    take_purchase_back(purchase_id=purchase.pk, by=facilitator)
    assert state_of(purchase) == PurchaseState.RECEIVED
    assert purchase.aside_reason == ""
    keep_purchase(purchase_id=purchase.pk, by=facilitator)
    assert state_of(purchase) == PurchaseState.KEPT


def test_what_is_kept_is_neither_left_aside_nor_kept_again(purchase, facilitator):
    keep_purchase(purchase_id=purchase.pk, by=facilitator)
    with pytest.raises(Refused):
        keep_purchase(purchase_id=purchase.pk, by=facilitator)
    with pytest.raises(Refused):
        leave_purchase_aside(purchase_id=purchase.pk, reason="Trop tard.", by=facilitator)
    with pytest.raises(Refused):
        take_purchase_back(purchase_id=purchase.pk, by=facilitator)
    assert state_of(purchase) == PurchaseState.KEPT
