"""What a correction or a move would do to the commitments: done for good, read, then undone.

The same acts, under the same locks, with the same refusals; nothing of it is kept.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.db import transaction
from django.db.models import Sum

from perenne.domain.clauses.models import Commitment
from perenne.domain.hirings.models import Hiring
from perenne.domain.hours.actions.correcting import correct_work
from perenne.domain.hours.actions.moving import Destination, move_work
from perenne.domain.hours.models import Balance, Work
from perenne.kit.actors import Actor
from perenne.values import Hours


@dataclass(frozen=True, slots=True)
class Effect:
    """On one commitment, by the object of its contract: the hours counted on it."""

    contract: str
    before: Hours
    after: Hours

    @property
    def changes(self) -> bool:
        return self.before != self.after


def foresee_correction(
    *, work_id: int, minutes: int, reason: str, by: Actor, on: date
) -> tuple[Effect, ...]:
    act = partial(correct_work, work_id=work_id, minutes=minutes, reason=reason, by=by, on=on)
    return _undone(act, _touched(work_id))


def foresee_move(
    *, work_id: int, to: Destination, reason: str, by: Actor, on: date
) -> tuple[Effect, ...]:
    there = set(Hiring.objects.filter(pk=to.hiring_id).values_list("commitment", flat=True))
    act = partial(move_work, work_id=work_id, to=to, reason=reason, by=by, on=on)
    return _undone(act, _touched(work_id) | there)


def _touched(work_id: int) -> set[int]:
    """Where the hours were worked, and where they count."""
    homes = Work.objects.filter(pk=work_id).values_list("sheet__commitment", flat=True)
    counted = Balance.objects.filter(work=work_id, minutes__gt=0)
    return {*homes, *counted.values_list("commitment", flat=True)}


def _undone(act: Callable[[], object], commitments: set[int]) -> tuple[Effect, ...]:
    before = _counted_on(commitments)
    with transaction.atomic():
        act()
        after = _counted_on(commitments)
        transaction.set_rollback(True)
    names = Commitment.objects.filter(pk__in=commitments).order_by("pk")
    return tuple(
        Effect(name, Hours(before.get(pk, 0)), Hours(after.get(pk, 0)))
        for pk, name in names.values_list("pk", "contract__object")
    )


def _counted_on(commitments: set[int]) -> dict[int, int]:
    rows = Balance.objects.filter(commitment__in=commitments).order_by()
    return dict(rows.values_list("commitment").annotate(all=Sum("minutes")))
