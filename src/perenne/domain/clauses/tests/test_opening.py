"""A purchase that is worth it gets a clause, one, with the hypotheses that the rules propose."""

from dataclasses import replace

import pytest

from perenne.domain.clauses.actions import open_clause
from perenne.domain.clauses.factories import new_clause, purchase_for
from perenne.domain.clauses.models import Clause
from perenne.domain.clauses.queries import clause_card, clause_on
from perenne.domain.clauses.states import ClauseState
from perenne.domain.organisations.factories import new_actor
from perenne.domain.programming.factories import PASSER_BY, PURCHASE, new_programme, new_purchase
from perenne.domain.programming.models import PlannedPurchase
from perenne.domain.programming.states import PurchaseState
from perenne.kit.actors import Role
from perenne.kit.refusals import Refused
from perenne.kit.testing.commits import at_once, refusals
from perenne.rules.calibration import contractual, defaults_for
from perenne.rules.segments import find_segment
from perenne.values import Euros, Hours


def test_a_clause_is_opened_on_what_the_rules_propose(facilitator, buyer):
    purchase = purchase_for(facilitator, buyer=buyer)
    clause_id = open_clause(purchase_id=purchase.pk, by=facilitator)

    card = clause_card(clause_id, seen_by=facilitator)
    usual = defaults_for(find_segment(PURCHASE.object, PURCHASE.cpv))
    assert card.hypotheses.amount == PURCHASE.amount
    assert card.hypotheses.labour_share == usual.labour_share.value
    assert card.hypotheses.effort_rate == usual.effort_rate.value
    assert card.hypotheses.hourly_cost == usual.hourly_cost.value
    assert card.hours_due == contractual(Hours(purchase.minutes))
    assert (card.state, card.version, card.calibrated_on) == (ClauseState.DRAFT, 0, None)
    assert (card.purchase_id, card.buyer) == (purchase.pk, "Ville de Meaux")
    assert card.terms.basis.value == purchase.basis


def test_the_purchase_is_kept_by_the_same_act(facilitator):
    purchase = purchase_for(facilitator)
    clause_id = open_clause(purchase_id=purchase.pk, by=facilitator)
    purchase.refresh_from_db()
    assert purchase.state == PurchaseState.KEPT
    assert clause_on(purchase.pk, seen_by=facilitator) == clause_id


def test_a_purchase_without_amount_opens_at_zero_and_waits_for_it(facilitator):
    clause = new_clause(facilitator, facts=replace(PURCHASE, amount=None, amount_high=None))
    assert (clause.amount_cents, clause.due_minutes) == (0, 0)


def test_a_second_clause_on_the_same_purchase_is_refused(facilitator):
    clause = new_clause(facilitator)
    with pytest.raises(Refused):
        open_clause(purchase_id=clause.purchase_id, by=facilitator)
    assert Clause.objects.get() == clause


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.BUYER, Role.COORDINATION, Role.COMPANY])
def test_nobody_else_opens_one(facilitator, role):
    purchase = purchase_for(facilitator)
    with pytest.raises(Refused):
        open_clause(purchase_id=purchase.pk, by=new_actor(role))
    assert not Clause.objects.exists()


def test_a_purchase_of_nobody_known_is_refused_and_is_not_kept(facilitator):
    purchase = new_purchase(
        new_programme(PASSER_BY), facilitator=facilitator, state=PurchaseState.RECEIVED
    )
    with pytest.raises(Refused, match="pas encore d’acheteur connu"):
        open_clause(purchase_id=purchase.pk, by=facilitator)
    purchase.refresh_from_db()
    assert purchase.state == PurchaseState.RECEIVED


def test_an_amount_that_no_country_could_pay_still_opens_a_clause(facilitator):
    clause = new_clause(facilitator, facts=replace(PURCHASE, amount=Euros.of(99_999_999_999)))
    assert clause.computed_minutes > 2**31


@pytest.mark.slow
def test_of_eight_who_open_it_together_one_does_and_seven_are_told(real_commits):
    facilitator = new_actor(Role.FACILITATOR)
    purchase = purchase_for(facilitator)
    opening = [lambda: open_clause(purchase_id=purchase.pk, by=facilitator)] * 8

    outcomes = at_once(*opening)

    clause = Clause.objects.get()
    assert [outcome for outcome in outcomes if outcome == clause.pk] == [clause.pk]
    assert len(refusals(outcomes)) == 7
    assert all("a changé d’étape" in sentence for sentence in refusals(outcomes))
    assert PlannedPurchase.objects.get().state == PurchaseState.KEPT
