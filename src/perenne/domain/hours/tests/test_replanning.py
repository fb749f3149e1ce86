"""A contract changes after a globalisation: what fits no more is taken back and proposed anew."""

import pytest
from django.db.models import Sum

from perenne.domain.hours.actions import (
    approve_plan,
    discard_plan,
    look_ahead,
    propose_plan,
    redo_plans,
)
from perenne.domain.hours.models import Balance, Outlook, Plan
from perenne.domain.hours.queries.excesses import excess_cards
from perenne.domain.hours.queries.plan_errands import TO_PROPOSE, TO_READ, TO_REDO, errands_in_plans
from perenne.domain.hours.states import APPROVED, PROPOSED, UNDONE
from perenne.domain.hours.tests.conftest import ON, WHY, counted_on
from perenne.domain.hours.tests.ledger import broken
from perenne.domain.hours.tests.test_plans import TwoContracts
from perenne.domain.organisations.factories import new_actor
from perenne.domain.procurement.models import Amendment
from perenne.kit.actors import HOUSE, Role
from perenne.kit.errands import gather
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import Refused


@pytest.fixture
def scene(db):
    scene = TwoContracts()
    scene.validated(5_000, 5_000)
    return scene


def lowered(commitment, hours):
    Amendment.objects.create(
        contract=commitment.contract, number=1, signed_on=ON, effective_on=ON,
        due_minutes=hours * 60, subject="Volume",
    )  # fmt: skip


def approved(scene):
    plan_id = propose_plan(by=scene.facilitator, on=ON)
    approve_plan(plan_id=plan_id, by=scene.facilitator, on=ON)
    return plan_id


def errands(scene):
    found = gather(errands_in_plans(scene.facilitator, ON))
    return {one.kind: one.hours.minutes for one in found}


def redone(scene):
    return redo_plans(reason=WHY, by=scene.facilitator, on=ON)


def test_what_came_from_elsewhere_beyond_a_lowered_target_is_taken_back_and_proposed_anew(scene):
    plan_id = approved(scene)
    lowered(scene.other, 50)
    third = scene.new_commitment(20)
    third.contract.parties.update(siret=scene.siret)
    (excess,) = excess_cards(seen_by=scene.facilitator, on=ON)
    assert (excess.commitment_id, excess.excess.minutes) == (scene.other.pk, 1_000)
    with pytest.raises(Refused, match="Dites pourquoi"):
        redo_plans(reason=" ", by=scene.facilitator, on=ON)

    done = redone(scene)
    assert (done.minutes, counted_on(scene.other)) == (1_000, 3_000)
    assert excess_cards(seen_by=scene.facilitator, on=ON) == ()
    (line,) = Plan.objects.get(pk=done.plan_id).lines.all()
    assert (line.commitment_id, line.minutes) == (third.pk, 1_000)
    assert Plan.objects.get(pk=plan_id).state == APPROVED
    said = Entry.objects.filter(act="plan.redo").get()
    assert (said.subject_id, said.facts["minutes"], said.reason) == (str(plan_id), 1_000, WHY)
    assert broken() == {}


def test_a_balance_says_where_its_hours_were_worked(scene):
    approved(scene)
    found = Balance.objects.values_list("commitment", "at_home").annotate(Sum("minutes"))
    assert set(found) == {(scene.commitment.pk, True, 6_000), (scene.other.pk, False, 4_000)}
    assert broken() == {}


def test_a_plan_of_which_nothing_is_left_is_undone_and_hours_at_home_stay(scene):
    plan_id = approved(scene)
    lowered(scene.other, 0)
    lowered(scene.commitment, 10)
    done = redone(scene)
    assert (done.minutes, done.plan_id) == (4_000, None)
    assert Plan.objects.get(pk=plan_id).state == UNDONE
    assert (counted_on(scene.commitment), counted_on(scene.other)) == (6_000, 0)
    with pytest.raises(Refused, match="rien à faire"):
        redone(scene)
    with pytest.raises(Refused):
        redo_plans(reason=WHY, by=scene.company, on=ON)


def test_each_night_says_what_waits_and_what_fits_no_more(scene):
    other = new_actor(Role.FACILITATOR)
    assert errands(scene) == {}
    assert look_ahead(by=HOUSE, on=ON) == 1
    assert errands(scene) == {TO_PROPOSE: 4_000}
    assert gather(errands_in_plans(other, ON)) == ()
    plan_id = propose_plan(by=scene.facilitator, on=ON)
    assert errands(scene) == {TO_READ: 4_000}
    discard_plan(plan_id=plan_id, by=scene.facilitator)
    look_ahead(by=HOUSE, on=ON)
    assert errands(scene) == {}, "what was just declined is not said again"
    approved(scene)
    lowered(scene.other, 50)
    look_ahead(by=HOUSE, on=ON)
    assert errands(scene) == {TO_REDO: 1_000}
    redone(scene)
    assert errands(scene) == {}
    assert Plan.objects.filter(state=PROPOSED).count() == 0
    assert Outlook.objects.count() == 1
    with pytest.raises(Refused):
        look_ahead(by=scene.facilitator, on=ON)
