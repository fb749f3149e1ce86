"""Contracts change: what came by globalisation and fits no more is taken back, and proposed anew.

Locks in the order of the house: plans, commitments, works. What was found is found again under
the locks: a correction may have taken it back meanwhile.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import F, Sum

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.states import PENDING, RUNNING
from perenne.domain.hours.actions.counting import lock_commitments
from perenne.domain.hours.actions.globalising import SHORTEST, move_plan, propose_plan
from perenne.domain.hours.actions.refusing import told
from perenne.domain.hours.models import Allocation, Balance, Outlook, Plan
from perenne.domain.hours.policy import COMMITMENTS, OUTLOOKS, PLANS
from perenne.domain.hours.queries.excesses import excesses_of
from perenne.domain.hours.queries.plans import simulate
from perenne.domain.hours.states import APPROVED, DISCARDED
from perenne.kit.actors import Actor, Role
from perenne.kit.journal.writing import WITHOUT_REASON, record
from perenne.kit.refusals import Refused
from perenne.rules.practice import USUAL, Practice


@dataclass(frozen=True, slots=True)
class Redone:
    """Minutes taken back, and the new proposal, None when nothing can be placed."""

    minutes: int
    plan_id: int | None


@transaction.atomic
def redo_plans(*, reason: str, by: Actor, on: date, practice: Practice = USUAL) -> Redone:
    COMMITMENTS.admit("plan.redo", by)
    why = reason.strip()[:500]
    if len(why) < SHORTEST:
        raise Refused(WITHOUT_REASON)
    approved = Plan.objects.filter(facilitator_id=by.organisation_id, state=APPROVED)
    plans = {row.pk: row for row in approved.select_for_update(no_key=True).order_by("pk")}
    seen = excesses_of(seen_by=by, on=on)
    lock_commitments(_touched(seen))
    lines = list(_taken_back(excesses_of(seen_by=by, on=on), plans, why))
    with told():
        Allocation.objects.bulk_create(lines)
    _say(lines, plans, by, why)
    Outlook.objects.filter(facilitator_id=by.organisation_id).update(excess_minutes=0)
    minutes = -sum(line.minutes for line in lines)
    return Redone(minutes, _proposed(by, on, practice, must=not minutes))


@transaction.atomic
def look_ahead(*, by: Actor, on: date, practice: Practice = USUAL) -> int:
    """Each night, for every facilitator: what could be placed and what fits no more; how many.

    What a facilitator has just discarded is not said again until it changes.
    """
    OUTLOOKS.admit("outlook.note", by)
    running = Commitment.objects.filter(state__in=[PENDING, RUNNING])
    facilitators = set(running.values_list("contract__facilitator", flat=True))
    for facilitator_id in sorted(facilitators):
        there = Actor(Role.FACILITATOR, organisation_id=facilitator_id)
        found = simulate(seen_by=there, on=on, practice=practice)
        placeable = sum(part.hours.minutes for part in found.allocations)
        excess = sum(excesses_of(seen_by=there, on=on).values())
        Outlook.objects.update_or_create(
            facilitator_id=facilitator_id,
            defaults={
                "placeable_minutes": 0 if placeable == _declined(facilitator_id) else placeable,
                "excess_minutes": excess,
                "seen_on": on,
            },
        )
    return len(facilitators)


def _touched(commitments: Mapping[int, int]) -> set[int]:
    """The commitments themselves, and those that their foreign hours were worked for."""
    foreign = Balance.objects.filter(commitment__in=list(commitments), minutes__gt=0)
    return {*commitments, *foreign.values_list("work__sheet__commitment", flat=True)}


def _taken_back(
    excesses: Mapping[int, int], plans: Mapping[int, Plan], why: str
) -> Iterator[Allocation]:
    """The last months first, the last plan first: what was counted early stays."""
    left = dict(excesses)
    foreign = Balance.objects.filter(commitment__in=list(excesses), minutes__gt=0, at_home=False)
    balances = {(row.work_id, row.commitment_id): row.minutes for row in foreign}
    given = (
        Allocation.objects.filter(commitment__in=list(excesses), plan__in=list(plans))
        .exclude(work__sheet__commitment=F("commitment"))
        .values_list("work", "commitment", "plan", "work__month")
        .annotate(all=Sum("minutes"))
        .order_by("-work__month", "-plan", "-work")
    )
    for work, commitment, plan, _month, minutes in given:
        back = min(minutes, balances.get((work, commitment), 0), left[commitment])
        if back > 0:
            left[commitment] -= back
            balances[work, commitment] -= back
            yield Allocation(
                work_id=work, commitment_id=commitment, plan=plans[plan], minutes=-back, reason=why
            )


def _say(lines: list[Allocation], plans: Mapping[int, Plan], by: Actor, why: str) -> None:
    """In the history of each plan; one of which nothing is left is undone."""
    back: dict[int, int] = defaultdict(int)
    for line in lines:
        back[line.plan_id or 0] -= line.minutes
    kept = Allocation.objects.filter(plan__in=list(back)).values_list("plan")
    sums = dict(kept.annotate(all=Sum("minutes")))
    for pk, minutes in sorted(back.items()):
        if not sums[pk]:
            taken = PLANS.take("plan.undo", by, pk)
            taken.reason = why
            move_plan("plan.undo", taken)
            record("plan.undo", taken, by=by, reason=why, minutes=minutes)
        else:
            record("plan.redo", plans[pk], by=by, reason=why, minutes=minutes)


def _proposed(by: Actor, on: date, practice: Practice, *, must: bool) -> int | None:
    """A refusal is told when nothing was taken back either, or when what was cannot be kept."""
    try:
        with transaction.atomic():
            return propose_plan(by=by, on=on, practice=practice)
    except Refused:
        if must or transaction.get_rollback():
            raise
        return None


def _declined(facilitator_id: int) -> int | None:
    """The minutes of the last plan, if it was discarded."""
    plans = Plan.objects.filter(facilitator=facilitator_id).annotate(all=Sum("lines__minutes"))
    last = plans.order_by("-pk").first()
    if last is None or last.state != DISCARDED:
        return None
    return int(getattr(last, "all", 0) or 0)
