"""Hours that their own commitment does not need are counted on others, by a plan that one reads.

Locks: the plan, the commitments (those the hours were worked for, and those that receive them),
then the works, by number. A plan is a proposal of a moment: what changed since is refused.
"""

from collections.abc import Collection, Iterable
from datetime import date

from django.db import transaction
from django.db.models import Sum

from perenne.domain.clauses.queries.targets import targets_of
from perenne.domain.hours.actions.counting import lock_commitments
from perenne.domain.hours.actions.refusing import told
from perenne.domain.hours.models import Allocation, Balance, Outlook, Plan, PlanLine
from perenne.domain.hours.policy import COMMITMENTS, PLANS
from perenne.domain.hours.queries.fitting import lines_in, misfits
from perenne.domain.hours.queries.plans import plan_facts, simulate
from perenne.domain.hours.states import PLAN_LIFE, PlanState
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import WITHOUT_REASON, record
from perenne.kit.refusals import Refused
from perenne.rules.practice import USUAL, Practice

NOTHING = "Aucune heure validée ne peut être comptée ailleurs aujourd’hui : il n’y a rien à faire."
CHANGED = (
    "Des heures de cette proposition ont été corrigées ou comptées depuis : écartez-la et "
    "demandez-en une nouvelle."
)
SHORTEST = 5  # signs, as the journal asks of any reason


@transaction.atomic
def propose_plan(*, by: Actor, on: date, siret: str = "", practice: Practice = USUAL) -> int:
    """The id of the proposal: nothing is counted yet."""
    COMMITMENTS.admit("plan.propose", by)
    assert by.organisation_id is not None
    found = simulate(seen_by=by, on=on, siret=siret, practice=practice)
    if not found.allocations:
        raise Refused(NOTHING)
    made = Plan.objects.create(facilitator_id=by.organisation_id, siret=siret, made_on=on)
    PlanLine.objects.bulk_create(
        PlanLine(
            plan=made,
            work_id=part.work.work_id,
            commitment_id=part.commitment.clause_id,
            minutes=part.hours.minutes,
            sentence=part.line,
        )
        for part in found.allocations
    )
    minutes = sum(part.hours.minutes for part in found.allocations)
    record("plan.propose", made, by=by, minutes=minutes, lines=len(found.allocations))
    return made.pk


@transaction.atomic
def approve_plan(*, plan_id: int, by: Actor, on: date, practice: Practice = USUAL) -> int:
    """The minutes counted: all of the lines, or none."""
    taken = PLANS.take("plan.approve", by, plan_id)
    lines = list(lines_in(taken))
    homes = {line.work.sheet.commitment_id for line in lines}
    lock_commitments({*homes, *(line.commitment_id for line in lines)})
    facts = plan_facts(seen_by=by, on=on, siret=taken.siret, practice=practice)
    if misfits(lines, facts, practice=practice):
        raise Refused(CHANGED)
    owed = targets_of({line.commitment_id for line in lines}, on=on)
    with told():
        Allocation.objects.bulk_create(
            Allocation(
                work=line.work,
                commitment_id=line.commitment_id,
                plan=taken,
                minutes=line.minutes,
                owed_minutes=owed[line.commitment_id].expected.minutes,
            )
            for line in lines
        )
    minutes = sum(line.minutes for line in lines)
    move_plan("plan.approve", taken)
    nothing_waits(taken.facilitator_id)
    record("plan.approve", taken, by=by, minutes=minutes)
    return minutes


@transaction.atomic
def discard_plan(*, plan_id: int, by: Actor) -> None:
    taken = PLANS.take("plan.discard", by, plan_id)
    move_plan("plan.discard", taken)
    nothing_waits(taken.facilitator_id)
    record("plan.discard", taken, by=by)


@transaction.atomic
def undo_plan(*, plan_id: int, reason: str, by: Actor) -> int:
    """What is left of it is taken back by lines that compensate; the minutes taken back."""
    taken = PLANS.take("plan.undo", by, plan_id)
    why = reason.strip()[:500]
    if len(why) < SHORTEST:
        raise Refused(WITHOUT_REASON)
    given = Allocation.objects.filter(plan=taken).select_related("work__sheet")
    rows = list(given)
    lock_commitments(row.work.sheet.commitment_id for row in rows)
    lines = list(_compensations(taken, why, {row.work_id for row in rows}))
    with told():
        Allocation.objects.bulk_create(lines)
    taken.reason = why
    move_plan("plan.undo", taken)
    minutes = -sum(line.minutes for line in lines)
    record("plan.undo", taken, by=by, reason=why, minutes=minutes)
    return minutes


def _compensations(taken: Plan, why: str, works: Collection[int]) -> Iterable[Allocation]:
    """A correction may have taken a part of it back already, at most what the balance lost."""
    left = {
        (work, commitment): minutes
        for work, commitment, minutes in Balance.objects.filter(work__in=works).values_list(
            "work", "commitment", "minutes"
        )
    }
    given = Allocation.objects.filter(plan=taken).values_list("work", "commitment")
    for work, commitment, minutes in given.annotate(all=Sum("minutes")).order_by(
        "work", "commitment"
    ):
        back = min(minutes, left.get((work, commitment), 0))
        if back > 0:
            yield Allocation(
                work_id=work, commitment_id=commitment, plan=taken, minutes=-back, reason=why
            )


def nothing_waits(facilitator_id: int) -> None:
    """Until the next night looks again."""
    Outlook.objects.filter(facilitator_id=facilitator_id).update(placeable_minutes=0)


def move_plan(act: str, taken: Plan) -> None:
    taken.state = PLAN_LIFE.after(act, PlanState(taken.state))
    taken.save()
