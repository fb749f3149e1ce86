"""The load of each facilitator: what they follow, what waits for them, and for how long."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import (
    BigIntegerField,
    Count,
    DateTimeField,
    F,
    Min,
    Q,
    QuerySet,
    Sum,
    TextField,
    Value,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce
from django.utils.timezone import localdate

from perenne.domain.assessments.queries.boards.late import silent_sheets
from perenne.domain.assessments.queries.boards.waiting import Kind, pending_of
from perenne.domain.clauses.policy import CLAUSES, COMMITMENTS
from perenne.domain.clauses.states import CLOSED, DROPPED, IN_EXECUTION
from perenne.kit.actors import Actor
from perenne.kit.days import midnight
from perenne.values import Hours

SOME, MANY = 10, 30
"""Days after which what waits is to be handled, then is given up: product.md, complaint 11."""
FOLLOWED, DRAFTED, SILENT = "followed", "drafted", "silent"
OVER = [IN_EXECUTION, CLOSED, DROPPED]
MINUTES = {Kind.SHEET: F("declared_minutes")}
NONE = Value(0, output_field=BigIntegerField())


@dataclass(frozen=True, slots=True)
class Load:
    """`body_id` None: the coordination itself. `clauses`: not signed yet. `due`: of the
    commitments, as signed.

    `silent`: statements that companies should have sent; `some` and `many`: of all that waits,
    what has for ten and for thirty days; `oldest`: since when the oldest of it does.
    """

    body_id: int | None
    name: str
    commitments: int
    clauses: int
    due: Hours
    sheets: int
    to_validate: Hours
    purchases: int
    persons: int
    messages: int
    silent: int
    some: int
    many: int
    oldest: date | None

    @property
    def waiting(self) -> int:
        return self.sheets + self.purchases + self.persons + self.messages


def loads_of(*, seen_by: Actor, on: date) -> tuple[Load, ...]:
    """What waits longest first, then who has most. One query, whatever the number of rows."""
    first, *others = _tallies(seen_by, on)
    found: dict[tuple[int | None, str], dict[str, tuple[Any, ...]]] = defaultdict(dict)
    for body, name, what, *tally in first.union(*others, all=True):
        found[body, name][what] = tuple(tally)
    loads = [_load(body, name, tallies) for (body, name), tallies in found.items()]
    return tuple(sorted(loads, key=lambda it: (-it.many, -it.some, -it.waiting, it.name)))


def _tallies(seen_by: Actor, on: date) -> list["QuerySet[Any, Any]"]:
    tallies = [
        _tally(one.dated, one.kind.value, on, MINUTES.get(one.kind)) for one in pending_of(seen_by)
    ]
    followed = COMMITMENTS.rows("commitment.view", seen_by).filter(closed_on=None)
    followed = followed.annotate(
        body=F("contract__facilitator_id"), body_name=F("contract__facilitator__name")
    )
    drafted = CLAUSES.rows("clause.view", seen_by).exclude(state__in=OVER)
    drafted = drafted.annotate(body=F("facilitator_id"), body_name=F("facilitator__name"))
    silent = silent_sheets(seen_by, on).annotate(
        body=F("facilitator_id"), body_name=F("facilitator__name")
    )
    return [
        *tallies,
        _tally(followed, FOLLOWED, on, F("due_minutes")),
        _tally(drafted, DRAFTED, on),
        _tally(silent, SILENT, on),
    ]


def _tally(
    rows: "QuerySet[Any, Any]", what: str, on: date, minutes: Combinable | None = None
) -> "QuerySet[Any, Any]":
    """Of rows that are joined to nothing but what each has one of."""
    waits = what in set(Kind)

    def older(days: int) -> Any:
        if not waits:
            return NONE
        return Count("pk", filter=Q(since__lt=midnight(on - timedelta(days - 1))))

    counted: QuerySet[Any, Any] = (
        rows.order_by()
        .values("body", "body_name")
        .annotate(
            what=Value(what, output_field=TextField()),
            number=Count("pk"),
            minutes=NONE if minutes is None else Cast(Coalesce(Sum(minutes), 0), BigIntegerField()),
            some=older(SOME),
            many=older(MANY),
            oldest=Min("since") if waits else Value(None, output_field=DateTimeField()),
        )
        .values_list("body", "body_name", "what", "number", "minutes", "some", "many", "oldest")
    )
    return counted


def _load(body: int | None, name: str, tallies: dict[str, tuple[Any, ...]]) -> Load:
    nothing = (0, 0, 0, 0, None)

    def of(what: str) -> tuple[Any, ...]:
        return tallies.get(what, nothing)

    days = [tally[4] for tally in tallies.values() if tally[4] is not None]
    return Load(
        body_id=body,
        name=name or "La coordination",
        commitments=of(FOLLOWED)[0],
        clauses=of(DRAFTED)[0],
        due=Hours(of(FOLLOWED)[1]),
        sheets=of(Kind.SHEET)[0],
        to_validate=Hours(of(Kind.SHEET)[1]),
        purchases=of(Kind.PURCHASE)[0],
        persons=of(Kind.PERSON)[0],
        messages=of(Kind.MESSAGE)[0],
        silent=of(SILENT)[0],
        some=sum(tally[2] for tally in tallies.values()),
        many=sum(tally[3] for tally in tallies.values()),
        oldest=localdate(min(days)) if days else None,
    )
