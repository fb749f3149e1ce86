"""Where commitments under way stand today: read from what was kept this morning, but for those that
changed since, which are computed again.

Lists sort, filter and add up by what is kept here; what they show of each line is read by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum

from perenne.domain.assessments.models import Footing, Touched
from perenne.domain.assessments.policy import FOOTINGS
from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.states import PENDING, RUNNING
from perenne.domain.compliance.policy import COMMITMENTS
from perenne.domain.compliance.policy.paces import PACES
from perenne.domain.compliance.queries.exposures import exposed, standings_of
from perenne.domain.compliance.queries.pace import pace_rows
from perenne.domain.compliance.queries.past import past_of
from perenne.kit.actors import Actor
from perenne.kit.paging import place_of
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
    """`kept` and `living` have no commitment in common."""

    kept: QuerySet[Footing, Any]
    living: tuple[Footing, ...]

    def where(self, asked: Asked, **more: Any) -> Footings:
        living = (row for row in self.living if asked.fits(row))
        return Footings(asked.rows(self.kept).filter(**more), tuple(living))

    def levels(self) -> Counter[Level]:
        """One query."""
        counts = self.kept.order_by().values_list("level").annotate(Count("pk"))
        found = Counter({Level(level): number for level, number in counts})
        return found + Counter(Level(row.level) for row in self.living)

    def total(self) -> int:
        return self.kept.count() + len(self.living)

    def sums(self) -> dict[str, int]:
        """Minutes and cents of all of them; `at_risk`: how many lack hours. One query."""
        names = ("expected", "counted", "lacking", "cents")
        found = self.kept.aggregate(
            at_risk=Count("pk", filter=Q(lacking__gt=0)), **{name: Sum(name) for name in names}
        )
        for row in self.living:
            found["at_risk"] += (row.lacking or 0) > 0
            for name in names:
                found[name] = (found[name] or 0) + (getattr(row, name) or 0)
        return {name: int(value or 0) for name, value in found.items()}

    def keys(self, name: str) -> set[Any]:
        """The values of a column; one query."""
        values = self.kept.order_by().values_list(name, flat=True).distinct()
        return {*values, *(getattr(row, name) for row in self.living)}

    def page(
        self, number: int, *, size: int, total: int, by_cost: bool = False
    ) -> tuple[list[int], int, int]:
        """The commitments of a page, its number, its size; one query."""
        number, size = place_of(number, size=size, total=total)
        last = number * size
        order, key = (BY_COST, _cost) if by_cost else (BY_GRAVITY, _gravity)
        first = [*self.kept.order_by(*order)[:last], *self.living]
        shown = sorted(first, key=key)[last - size : last]
        return [row.commitment_id for row in shown], number, size


def _gravity(row: Footing) -> tuple[int, ...]:
    return (-row.level, -row.gap, row.commitment_id)


def _cost(row: Footing) -> tuple[int, ...]:
    return (-1 if row.cents is None else 0, -(row.cents or 0), row.commitment_id)


def footings(act: str, *, seen_by: Actor, on: date) -> Footings:
    """Two queries, and those of the commitments that changed since they were kept."""
    stale = stale_commitments(on)
    kept = FOOTINGS.rows(act, seen_by).filter(on=on).exclude(commitment__in=stale)
    if not stale:
        return Footings(kept, ())
    changed = LIVING[act].rows(act, seen_by).filter(pk__in=stale)
    return Footings(kept, tuple(footings_computed(changed, on=on)))


def stale_commitments(on: date) -> set[int]:
    """Those of the contracts of which one changed, and those that were kept another day."""
    touched = Touched.objects.filter(commitment__isnull=False).values("commitment__contract")
    changed = Commitment.objects.filter(contract__in=touched, state__in=UNDER_WAY)
    waiting = Footing.objects.exclude(on=on).values_list("commitment_id", flat=True)
    return {*changed.values_list("pk", flat=True), *waiting}


def footings_computed(rows: QuerySet[Commitment, Any], *, on: date) -> Iterator[Footing]:
    """Of commitments, those under way: as the pages of each of them say. Seven queries."""
    rows = rows.filter(state__in=UNDER_WAY)
    read = {row.pk: row for row in rows.select_related("clause", "contract")}
    where = standings_of(list(read.values()), on=on)
    past = past_of({row.contract_id for row in read.values()})
    for its in pace_rows(rows, on=on):
        footing = Footing(
            commitment_id=its.id, on=on, buyer_id=its.buyer_id, facilitator_id=its.facilitator_id,
            epci=its.epci, level=its.level.value, gap=its.pace.reading.gap.minutes,
            told=fold(f"{its.object} {its.reference} {its.buyer} {its.lead}"),
        )  # fmt: skip
        if standing := where.get(its.id):
            cost = exposed(read[its.id], standing, on, past=past)
            footing.expected = standing.expected.minutes
            footing.counted = standing.counted.minutes
            footing.lacking = standing.lacking.minutes
            footing.cents = None if cost is None else cost.cents
        yield footing


def in_order(rows: Collection[Any], ids: list[int], key: str) -> list[Any]:
    """Those that were read again, in the order of their page."""
    by_id = {getattr(row, key): row for row in rows}
    return [by_id[pk] for pk in ids if pk in by_id]
