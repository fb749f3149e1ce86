"""Two who decide, one who decides while the other withdraws: one act stands, the other is told.

`at_once` lets only refusals through: a deadlock or a broken constraint fails the test.
"""

from datetime import date

import pytest

from perenne.domain.compliance.actions import (
    Verdict,
    decide_shortfall,
    propose_penalty,
    withdraw_proposal,
)
from perenne.domain.compliance.models import Decision, Proposal, Shortfall
from perenne.domain.compliance.states import Outcome
from perenne.domain.compliance.tests.conftest import TODAY, Scene
from perenne.domain.organisations.factories import new_colleague
from perenne.kit.journal.models import Entry
from perenne.kit.testing.commits import at_once, refusals

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_commits")]
ROUNDS = 4


@pytest.fixture
def scene(real_commits):
    return Scene()


def deciding(row, by, outcome):
    verdict = Verdict(outcome, "Aucune embauche malgré deux relances.")
    return lambda: decide_shortfall(shortfall_id=row.pk, verdict=verdict, by=by, on=TODAY)


def test_two_who_decide_leave_one_decision(scene):
    row = scene.heard()
    propose_penalty(shortfall_id=row.pk, by=scene.facilitator, on=date(2026, 11, 20))
    other = new_colleague(scene.buyer)
    outcomes = at_once(
        *[deciding(row, scene.buyer, Outcome.APPLIED), deciding(row, other, Outcome.WAIVED)] * 3
    )
    assert len(refusals(outcomes)) == 5
    assert all("a changé d’étape" in said for said in refusals(outcomes))
    kept = Decision.objects.get()
    assert Shortfall.objects.get().state == "decided"
    (line,) = Entry.objects.filter(act="shortfall.decide")
    assert line.facts["outcome"] == Outcome(kept.outcome).label


def test_of_deciding_and_withdrawing_one_wins(scene):
    row, won = scene.heard(), []
    for _ in range(ROUNDS):
        propose_penalty(shortfall_id=row.pk, by=scene.facilitator, on=date(2026, 11, 20))
        decided, withdrawn = at_once(
            deciding(row, scene.buyer, Outcome.APPLIED),
            lambda: withdraw_proposal(
                shortfall_id=row.pk, reason="Dix heures de plus.", by=scene.facilitator
            ),
        )
        assert len(refusals([decided, withdrawn])) == 1
        standing = Proposal.objects.filter(withdrawn_at=None).count()
        is_decided = withdrawn is not None
        assert (standing, Decision.objects.count()) == (int(is_decided), int(is_decided))
        won.append("decided" if is_decided else "withdrawn")
        if is_decided:
            break
    print(f"{len(won)} rounds: {', '.join(won)}")
