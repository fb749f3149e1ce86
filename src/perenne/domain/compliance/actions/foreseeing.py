"""The meetings that the clause writes are there before anybody thinks of them.

Each night the calendar of every commitment under way is laid over what is known: a meeting near
its day is there to be planned; one that the calendar no longer has goes, if nobody touched it.
"""

from datetime import date, timedelta

from django.db import transaction

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.queries.commitments import monitoring_of
from perenne.domain.clauses.queries.targets import facts_of
from perenne.domain.clauses.states import RUNNING
from perenne.domain.compliance.models import Review
from perenne.domain.compliance.queries.milestones import milestones_of
from perenne.domain.compliance.states import DUE
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.rules.deadlines import MilestoneKind

AHEAD, BEHIND = timedelta(45), timedelta(30)
"""How long before its day a meeting is to be planned; how long after it may still be put there."""


@transaction.atomic
def foresee_reviews(*, by: Actor, on: date) -> int:
    """How many were put there. Two queries, then two for each meeting that changes."""
    running = list(Commitment.objects.filter(state=RUNNING).select_related("clause").order_by("pk"))
    facts = facts_of(running)
    wanted = {
        (row.pk, one.on)
        for row in running
        for one in milestones_of(monitoring_of(row.clause), facts[row.pk], on=on)
        if one.kind is MilestoneKind.REVIEW and on - BEHIND <= one.on <= on + AHEAD
    }
    there = set(
        Review.objects.filter(due_on__range=(on - BEHIND, on + AHEAD)).values_list(
            "commitment", "due_on"
        )
    )
    for commitment_id, day in sorted(there - wanted):
        Review.objects.filter(commitment=commitment_id, due_on=day, state=DUE).delete()
    return sum(_foreseen(pk, day, by) for pk, day in sorted(wanted - there))


def _foreseen(commitment_id: int, day: date, by: Actor) -> int:
    """Whoever plans at the same moment was first: theirs stands."""
    row, is_new = Review.objects.get_or_create(commitment_id=commitment_id, due_on=day)
    if is_new:
        record("review.foresee", row, by=by)
    return int(is_new)
