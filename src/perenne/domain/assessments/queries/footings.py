"""Where commitments under way stand today: read from what was kept this morning, but for those that
changed since, which are computed again.

Lists sort, filter and add up by what is kept here; what they show of each line is read by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum, TextField, Value
from django.db.models.functions import Cast

from perenne.domain.assessments.models import Footing, Touched
from perenne.domain.assessments.policy import FOOTINGS
from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.states import PENDING, RUNNING
from perenne.domain.compliance.policy import COMMITMENTS
from perenne.domain.compliance.policy.paces import PACES
from perenne.domain.compliance.queries.pace import PaceRow, pace_rows
from perenne.domain.compliance.queries.standings import standing_in
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, place_of
from perenne.rules.pace import Level
from perenne.values import fold

LIVING = {"pace.view": PACES, "exposure.view": COMMITMENTS}
UNDER_WAY = [PENDING, RUNNING]
BY_GRAVITY = ("-level", "-gap", "commitment_id")
BY_COST = (F("cents").desc(nulls_last=True), "commitment_id")


@dataclass(frozen=True, slots=True)
class Asked:
    """`words`: all of them, in the object, the reference, the buyer or the company."""

    words: str = ""
    level: Level | None = None
    facilitator: int = 0
    buyer: int = 0
    epci: str = ""

    @property
    def equals(self) -> dict[str, Any]:
        said = {
            "level": None if self.level is None else self.level.value,
            "facilitator_id": self.facilitator or None,
            "buyer_id": self.buyer or None,
            "epci": self.epci or None,
        }
        return {name: value for name, value in said.items() if value is not None}

    def rows(self, rows: QuerySet[Footing, Any]) -> QuerySet[Footing, Any]:
        for word in fold(self.words).split():
            rows = rows.filter(told__contains=word)
        return rows.filter(**self.equals)

    def fits(self, row: Footing) -> bool:
        return all(getattr(row, name) == value for name, value in self.equals.items()) and all(
            word in row.told for word in fold(self.words).split()
        )


@dataclass(frozen=True, slots=True)
class Footings:
    """`kept` and `living` have no commitment in common; `rows`: what the living were read from."""

    kept: QuerySet[Footing, Any]
    living: tuple[Footing, ...]
    rows: Mapping[int, PaceRow]
    on: date

    def where(self, asked: Asked, *, with_calendar: bool = False) -> Footings:
        kept, living = asked.rows(self.kept), list(filter(asked.fits, self.living))
        if with_calendar:
            kept = kept.filter(expected__isnull=False)
            living = [row for row in living if row.expected is not None]
        return Footings(kept, tuple(living), self.rows, self.on)

    def levels(self) -> Counter[Level]:
        """One query."""
        counts = self.kept.order_by().values_list("level").annotate(Count("pk"))
        found = Counter({Level(level): number for level, number in counts})
        return found + Counter(Level(row.level) for row in self.living)

    def sums(self) -> dict[str, int]:
        """Minutes and cents of all of them; `number`, and `late` of these. One query."""
        names = ("expected", "counted", "lacking", "cents")
        found = self.kept.aggregate(
            number=Count("pk"),
            late=Count("pk", filter=Q(is_late=True)),
            **{name: Sum(name) for name in names},
        )
        for row in self.living:
            found["number"] += 1
            found["late"] += row.is_late
            for name in names:
                found[name] = (found[name] or 0) + (getattr(row, name) or 0)
        return {name: int(value or 0) for name, value in found.items()}

    def keys(self, *names: str) -> tuple[set[str], ...]:
        """The values of some columns, as texts; one query."""
        found = {name: {str(getattr(row, name)) for row in self.living} for name in names}
        one, *others = (
            self.kept.order_by()
            .annotate(column=Value(name), its=Cast(name, TextField()))
            .values_list("column", "its")
            .distinct()
            for name in names
        )
        for name, value in one.union(*others, all=True):
            found[name].add(value)
        return tuple(found[name] for name in names)

    def page(self, number: int, *, size: int, total: int, by_cost: bool = False) -> Page[PaceRow]:
        """The gravest first, or the dearest. Five queries at most."""
        number, size = place_of(number, size=size, total=total)
        last = number * size
        order, key = (BY_COST, _cost) if by_cost else (BY_GRAVITY, _gravity)
        first = [*self.kept.order_by(*order)[:last], *self.living]
        shown = [row.commitment_id for row in sorted(first, key=key)[last - size : last]]
        lacking = [pk for pk in shown if pk not in self.rows]
        rows = dict(self.rows)
        if lacking:
            found = pace_rows(Commitment.objects.filter(pk__in=lacking), on=self.on)
            rows |= {row.id: row for row in found}
        return Page([rows[pk] for pk in shown if pk in rows], number, size, total)


def _gravity(row: Footing) -> tuple[int, ...]:
    return (-row.level, -row.gap, row.commitment_id)


def _cost(row: Footing) -> tuple[int, ...]:
    return (row.cents is None, -(row.cents or 0), row.commitment_id)


def footings(act: str, *, seen_by: Actor, on: date) -> Footings:
    """One query, and those of the commitments that changed since they were kept."""
    stale = stale_commitments(on)
    kept = FOOTINGS.rows(act, seen_by).filter(on=on).exclude(commitment__in=stale)
    if not stale:
        return Footings(kept, (), {}, on)
    changed = LIVING[act].rows(act, seen_by).filter(pk__in=stale, state__in=UNDER_WAY)
    rows = pace_rows(changed, on=on)
    return Footings(
        kept, tuple(footing_of(row, on) for row in rows), {row.id: row for row in rows}, on
    )


def stale_commitments(on: date) -> set[int]:
    """Those of the contracts of which one changed, and those that were kept another day."""
    touched = Touched.objects.filter(commitment__isnull=False).values("commitment__contract")
    changed = Commitment.objects.filter(contract__in=touched, state__in=UNDER_WAY)
    waiting = Footing.objects.exclude(on=on).values_list("commitment_id", flat=True)
    return set(changed.values_list("pk", flat=True).union(waiting))


def footing_of(row: PaceRow, on: date) -> Footing:
    """As the page of the commitment says."""
    found = Footing(
        commitment_id=row.id, on=on, buyer_id=row.buyer_id, facilitator_id=row.facilitator_id,
        epci=row.epci, level=row.level.value, gap=row.pace.reading.gap.minutes,
        told=fold(f"{row.object} {row.reference} {row.buyer} {row.lead}"),
    )  # fmt: skip
    if row.pace.target.period is not None:
        standing = standing_in(row.pace.late)
        found.expected = standing.expected.minutes
        found.counted = standing.counted.minutes
        found.lacking = standing.open.minutes
        found.is_late = standing.is_late
        found.cents = None if row.exposure is None else row.exposure.cents
    return found
