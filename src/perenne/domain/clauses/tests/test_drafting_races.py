"""Facilitator and buyer work on one clause at the same instant: nothing is lost, nobody waits.

`at_once` lets only refusals through: a deadlock or a broken constraint fails the test.
"""

from dataclasses import replace
from itertools import pairwise

import pytest

from perenne.domain.clauses.actions import (
    approve_clause,
    calibrate_clause,
    comment_clause,
    send_clause_back,
    submit_clause,
    word_clause,
)
from perenne.domain.clauses.factories import MILLION, TERMS, new_clause
from perenne.domain.clauses.states import ClauseState
from perenne.domain.organisations.factories import new_actor
from perenne.domain.programming.factories import TODAY
from perenne.kit.actors import Role
from perenne.kit.journal.models import Entry
from perenne.kit.testing.commits import at_once, refusals
from perenne.rules.deadlines import Monitoring
from perenne.values import Euros

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_commits")]
ROUNDS = 6


def drafting(clause, facilitator, buyer):
    """Eight writers: two who calibrate, two who word, and one for each other act."""

    def calibrates(euros):
        hypotheses = replace(MILLION, amount=Euros.of(euros))
        return lambda: calibrate_clause(
            clause_id=clause.pk, hypotheses=hypotheses, by=facilitator, on=TODAY
        )

    def words(day):
        terms = replace(
            TERMS, monitoring=Monitoring(statement_day=day), requirements={"persons": day}
        )
        return lambda: word_clause(clause_id=clause.pk, terms=terms, by=facilitator)

    return [
        calibrates(500_000),
        calibrates(700_000),
        words(2),
        words(3),
        lambda: submit_clause(clause_id=clause.pk, by=facilitator, on=TODAY),
        lambda: approve_clause(clause_id=clause.pk, number=1, by=buyer, on=TODAY),
        lambda: send_clause_back(clause_id=clause.pk, reason="À revoir.", by=buyer),
        lambda: comment_clause(clause_id=clause.pk, piece="", text="Vu.", by=buyer),
    ]


@pytest.mark.parametrize("start", [ClauseState.WORDED, ClauseState.SUBMITTED])
def test_eight_who_draft_one_clause_at_once_lose_nothing(start):
    facilitator, buyer = new_actor(Role.FACILITATOR), new_actor(Role.BUYER)
    done = refused = 0
    for _ in range(ROUNDS):
        clause = new_clause(facilitator, buyer=buyer, state=start)
        began = clause.version
        outcomes = at_once(*drafting(clause, facilitator, buyer))
        said = refusals(outcomes)
        done, refused = done + 8 - len(said), refused + len(said)
        assert all("a changé d’étape" in one or "Une version" in one for one in said)

        clause.refresh_from_db()
        entries = list(Entry.objects.filter(subject_id=str(clause.pk)).order_by("id"))
        written = [entry for entry in entries if entry.act in {"clause.calibrate", "clause.word"}]
        versions = [entry.changes["version"][1] for entry in written]
        assert versions == list(range(1, clause.version + 1))
        assert clause.version - began == sum(outcome is None for outcome in outcomes[:4])
        moves = [entry.changes["state"] for entry in entries if "state" in entry.changes]
        assert all(one[1] == two[0] for one, two in pairwise(moves))
        assert moves[-1][1] == clause.state
        numbers = list(clause.versions.order_by("number").values_list("number", flat=True))
        assert numbers == list(range(1, len(numbers) + 1))
    print(f"8 writers × {ROUNDS} rounds from {start}: {done} done, {refused} told why, 0 lost")
    assert done
