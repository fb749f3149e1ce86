"""The fourteen segments: what is planned, what has a clause, what is owed and what was worked."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, Count, F, QuerySet, Sum, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, NullIf

from perenne.domain.assessments.queries.totals import totals_of
from perenne.domain.assessments.scopes import Scope, ScopeKind
from perenne.domain.clauses.policy import CLAUSES, COMMITMENTS
from perenne.domain.clauses.states import ClauseState
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
    first, *others = _tallies(seen_by)
    found: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for segment, what, number, minutes in first.union(*others, all=True):
        found[segment][what] = number, minutes
    for segment, minutes in _done(seen_by).items():
        found[segment][DONE] = 0, minutes
    lines = [_line(one.value, one.label, found[one.value]) for one in Segment]
    other = _line("", UNKNOWN, found[""])
    return tuple(lines if other.is_empty else [*lines, other])


def _tallies(seen_by: Actor) -> list["QuerySet[Any, Any]"]:
    purchases = PURCHASES.rows("purchase.follow", seen_by).filter(
        still_current(), state__in=[PurchaseState.RECEIVED, PurchaseState.KEPT]
    )
    clauses = CLAUSES.rows("clause.view", seen_by).exclude(state=ClauseState.DROPPED)
    commitments = COMMITMENTS.rows("commitment.view", seen_by)
    return [
        _tally(purchases, PLANNED, F("segment"), "minutes"),
        _tally(clauses, CLAUSED, _of(""), "due_minutes"),
        _tally(commitments, OWED, _of("clause__"), "due_minutes"),
    ]


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


def _of(path: str) -> Combinable:
    """Of the lot, else of the purchase that it comes from."""
    lot = NullIf(F(f"{path}lot__segment"), Value(""))
    return Coalesce(lot, F(f"{path}purchase__segment"), Value(""))


def _tally(
    rows: "QuerySet[Any, Any]", what: str, segment: Combinable, minutes: str
) -> "QuerySet[Any, Any]":
    counted: QuerySet[Any, Any] = (
        rows.order_by()
        .annotate(of=Cast(segment, TextField()))
        .values("of")
        .annotate(
            what=Value(what, output_field=TextField()),
            number=Count("pk"),
            all=Cast(Coalesce(Sum(minutes), 0), BigIntegerField()),
        )
        .values_list("of", "what", "number", "all")
    )
    return counted


def _line(code: str, label: str, tallies: dict[str, tuple[int, int]]) -> SegmentLine:
    purchases, planned = tallies.get(PLANNED, (0, 0))
    clauses, claused = tallies.get(CLAUSED, (0, 0))
    commitments, owed = tallies.get(OWED, (0, 0))
    _rows, done = tallies.get(DONE, (0, 0))
    return SegmentLine(
        code, label, purchases, Hours(planned), clauses, Hours(claused), commitments,
        Hours(owed), Hours(done),
    )  # fmt: skip
