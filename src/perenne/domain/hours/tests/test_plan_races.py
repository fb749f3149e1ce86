"""Two sessions of one facilitator on overlapping plans, a buyer who refuses meanwhile."""

import pytest

from perenne.domain.clauses.actions import Answer, answer_consent
from perenne.domain.hours.actions import approve_plan, propose_plan, redo_plans, undo_plan
from perenne.domain.hours.models import Plan
from perenne.domain.hours.states import APPROVED
from perenne.domain.hours.tests.conftest import MONTH, ON, WHY, counted_on
from perenne.domain.hours.tests.ledger import broken
from perenne.domain.hours.tests.test_accords import CaseByCase
from perenne.domain.hours.tests.test_plans import TwoContracts
from perenne.domain.hours.tests.test_replanning import lowered
from perenne.domain.organisations.factories import new_colleague
from perenne.kit.testing.commits import at_once, refusals
from perenne.rules.globalisation import Consent

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_commits")]


def approving(plan_id, by):
    return lambda: approve_plan(plan_id=plan_id, by=by, on=ON)


def test_two_sessions_approve_overlapping_plans_and_one_is_refused():
    scene = TwoContracts()
    scene.validated(5_000, 5_000, month=MONTH)
    sessions = [scene.facilitator, *(new_colleague(scene.facilitator) for _ in range(3))]
    plans = [
        propose_plan(by=one, on=ON, siret=siret)
        for one, siret in zip(sessions, ("", scene.siret) * 2, strict=True)
    ]
    said = at_once(*[approving(plan, one) for plan, one in zip(plans, sessions, strict=True)])
    assert len(refusals(said)) == 3
    assert all("écartez-la" in one for one in refusals(said))
    assert counted_on(scene.other) == 4_000

    lowered(scene.other, 50)
    (plan_id,) = Plan.objects.filter(state=APPROVED).values_list("pk", flat=True)
    said = at_once(
        *[lambda: redo_plans(reason=WHY, by=scene.facilitator, on=ON)] * 3,
        *[lambda: undo_plan(plan_id=plan_id, reason=WHY, by=scene.facilitator)] * 3,
    )
    print(f"4 approve, 3 redo and 3 undo one plan: {len(refusals(said))} refused, 0 deadlock")
    assert counted_on(scene.other) in {0, 3_000}
    assert broken() == {}


def test_a_buyer_refuses_while_a_plan_is_approved():
    scene = CaseByCase()
    scene.validated(5_000, 5_000)
    scene.answer(Consent.OPEN)
    plan_id = propose_plan(by=scene.facilitator, on=ON)
    refusal = Answer(Consent.REFUSED, reason="Public trop différent.")
    said = at_once(
        approving(plan_id, scene.facilitator),
        lambda: answer_consent(commitment_id=scene.other.pk, said=refusal, by=scene.buyer, on=ON),
    )
    assert counted_on(scene.other) == (0 if refusals(said) else 4_000)
    assert broken() == {}
