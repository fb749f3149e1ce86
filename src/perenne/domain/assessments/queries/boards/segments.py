"""The fourteen segments: what is planned, what has a clause, what is owed and what was worked."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Aggregate, BigIntegerField, Count, QuerySet, Sum, TextField, Value
from django.db.models.functions import Cast, Coalesce

from perenne.domain.assessments.policy import TALLIES
from perenne.domain.assessments.queries.totals import totals_of
from perenne.domain.assessments.scopes import Scope, ScopeKind
from perenne.domain.programming.policy import PURCHASES
from perenne.domain.programming.queries.following import still_current
from perenne.domain.programming.states import PurchaseState
from perenne.kit.actors import Actor, Role
from perenne.kit.tenancy import current_committee
from perenne.rules.segments import Segment
from perenne.values import Hours, Period

EVER = Period(date(1900, 1, 1), date(9999, 1, 1))
PLANNED, CLAUSED, OWED, DONE = "planned", "claused", "owed", "done"
UNKNOWN = "Segment non précisé"


@dataclass(frozen=True, slots=True)
class SegmentLine:
    """Purchases planned and their estimated hours; clauses; hours owed and counted."""

    code: str
    label: str
    purchases: int
    planned: Hours
    clauses: int
    claused: Hours
    commitments: int
    owed: Hours
    done: Hours

    @property
    def is_empty(self) -> bool:
        return not (self.purchases or self.clauses or self.commitments)


def segment_lines(*, seen_by: Actor) -> tuple[SegmentLine, ...]:
    """All fourteen, and what belongs to none of them when there is some. As many queries whatever
    the number of rows: the hours of a whole territory are those of its bilan."""
    found: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    told = _planned(seen_by).union(_tallied(seen_by), all=True)
    for segment, what, number, minutes in told:
        found[segment][what] = number, minutes
    for segment, minutes in _done(seen_by).items():
        found[segment][DONE] = 0, minutes
    lines = [_line(one.value, one.label, found[one.value]) for one in Segment]
    other = _line("", UNKNOWN, found[""])
    return tuple(lines if other.is_empty else [*lines, other])


def _planned(seen_by: Actor) -> "QuerySet[Any, Any]":
    purchases = PURCHASES.rows("purchase.follow", seen_by).filter(
        still_current(), state__in=[PurchaseState.RECEIVED, PurchaseState.KEPT]
    )
    return _by_segment(
        purchases.annotate(what=Value(PLANNED, output_field=TextField())), Count("pk"), "minutes"
    )


def _tallied(seen_by: Actor) -> "QuerySet[Any, Any]":
    """Clauses that were not dropped; commitments: their lines add up."""
    lines = TALLIES.rows("board.view", seen_by)
    return _by_segment(lines, Sum("number"), "minutes")


def _by_segment(
    rows: "QuerySet[Any, Any]", number: Aggregate, minutes: str
) -> "QuerySet[Any, Any]":
    counted: QuerySet[Any, Any] = (
        rows.order_by()
        .values_list(Cast("segment", TextField()), Cast("what", TextField()))
        .annotate(
            many=Cast(number, BigIntegerField()),
            all=Cast(Coalesce(Sum(minutes), 0), BigIntegerField()),
        )
    )
    return counted


def _done(seen_by: Actor) -> dict[str, int]:
    """Minutes counted since the beginning, on all that they follow."""
    if seen_by.role is Role.COORDINATION:
        scope = Scope(ScopeKind.DEPARTMENT, current_committee())
    elif seen_by.role is Role.FACILITATOR:
        scope = Scope(ScopeKind.FACILITATOR, str(seen_by.organisation_id))
    else:
        return {}
    held = totals_of([scope], EVER, dimensions=["segment"])[scope].codes("segment")
    return {"" if code == "?" else code: its.minutes for code, its in held.items()}


def _line(code: str, label: str, tallies: dict[str, tuple[int, int]]) -> SegmentLine:
    purchases, planned = tallies.get(PLANNED, (0, 0))
    clauses, claused = tallies.get(CLAUSED, (0, 0))
    commitments, owed = tallies.get(OWED, (0, 0))
    _rows, done = tallies.get(DONE, (0, 0))
    return SegmentLine(
        code, label, purchases, Hours(planned), clauses, Hours(claused), commitments,
        Hours(owed), Hours(done),
    )  # fmt: skip
