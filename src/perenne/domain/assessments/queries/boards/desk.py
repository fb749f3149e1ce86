"""The figures at the top of each desk, and what others are waited for: counted in one query, the
hours read from what is kept for bilans.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, Count, F, Q, QuerySet, Sum, TextField, Value
from django.db.models.functions import Cast, Coalesce

from perenne.domain.assessments.policy import BOARDS
from perenne.domain.assessments.queries.boards.late import silent_sheets
from perenne.domain.assessments.queries.standing import counted_under_way
from perenne.domain.clauses.models import CommitmentShare
from perenne.domain.clauses.policy import CLAUSES, COMMITMENTS
from perenne.domain.clauses.states import ACCEPTED, ClauseState
from perenne.domain.hirings.policy import HIRINGS
from perenne.domain.hirings.states import CONFIRMED as HIRED
from perenne.domain.hours.policy import SHEETS
from perenne.domain.hours.queries.sheet_errands import MINUTES
from perenne.domain.hours.states import DECLARED, VALIDATED
from perenne.domain.participants.policy import FILES
from perenne.domain.participants.states import ASKED, CONFIRMED, LACKING
from perenne.domain.procurement.policy import CARRYING_OUT, FOLLOWING
from perenne.domain.programming.policy import PURCHASES
from perenne.domain.programming.queries.following import still_current
from perenne.domain.programming.states import PurchaseState
from perenne.kit.actors import Actor, Role
from perenne.values import Hours

Rows = QuerySet[Any, Any]
NOTHING = Hours(0)
OWN_CONTRACTS = {Role.BUYER: "buyer_id", Role.FACILITATOR: "facilitator_id"}
NET = Sum(MINUTES)
DECLARED_MINUTES = Sum("declared_minutes")


@dataclass(frozen=True, slots=True)
class Tally:
    """`hours`: where the things counted have some."""

    number: int = 0
    hours: Hours = NOTHING


def counts_for(actor: Actor, *, on: date) -> Mapping[str, Tally]:
    """By what is counted; what this role has nothing of is not there. Three queries, or none."""
    tallies = [_tally(what, rows, minutes) for what, rows, minutes in _sources(actor, on)]
    if not tallies:
        return {}
    first, *others = tallies
    rows = first.union(*others, all=True) if others else first
    found = {what: Tally(number, Hours(minutes)) for what, number, minutes in rows if number}
    counted = _counted(actor)
    return {**found, "counted": counted} if counted.number else found


def _counted(actor: Actor) -> Tally:
    """On the commitments under way. All the hours of a département stand in the bilans."""
    column = OWN_CONTRACTS.get(actor.role)
    if column is None:
        return Tally()
    number, minutes = counted_under_way(column, actor.organisation_id or 0)
    return Tally(minutes and number, Hours(minutes))


def _tally(what: str, rows: Rows, minutes: Any) -> Rows:
    total: Rows = (
        rows.order_by()
        .annotate(what=Value(what, output_field=TextField()))
        .values("what")
        .annotate(
            number=Count("pk"),
            all=Cast(Coalesce(minutes, 0), BigIntegerField()),
        )
        .values_list("what", "number", "all")
    )
    return total


def _sources(actor: Actor, on: date) -> Iterator[tuple[str, Rows, Any]]:
    if actor.role is Role.BUYER or actor.role in FOLLOWING:
        yield from _of_contracts(actor)
    if actor.role is Role.BUYER:
        studied = Q(state=PurchaseState.RECEIVED) & still_current()
        yield "studied", PURCHASES.rows("purchase.view", actor).filter(studied), Sum("minutes")
    elif actor.role in FOLLOWING:
        yield from _followed(actor, on)
    elif actor.role in CARRYING_OUT:
        yield from _carried(actor)
    if actor.role in {*CARRYING_OUT, Role.PRESCRIBER}:
        files = FILES.rows("eligibility.read_answer", actor)
        yield "asked", files.filter(state=ASKED), Value(0)
        yield "eligible", files.filter(state=CONFIRMED), Value(0)


def _of_contracts(actor: Actor) -> Iterator[tuple[str, Rows, Any]]:
    commitments = COMMITMENTS.rows("commitment.view", actor).filter(closed_on=None)
    yield "commitments", commitments, Sum("due_minutes")


def _followed(actor: Actor, on: date) -> Iterator[tuple[str, Rows, Any]]:
    yield "to_validate", SHEETS.rows("sheet.view", actor).filter(state=DECLARED), DECLARED_MINUTES
    files = BOARDS.rows("board.view", actor)
    yield "to_verify", files.filter(state=ASKED), Value(0)
    yield "lacking", files.filter(state=LACKING), Value(0)
    yield "silent", silent_sheets(actor, on), Value(0)
    submitted = CLAUSES.rows("clause.view", actor).filter(state=ClauseState.SUBMITTED)
    yield "submitted", submitted, Sum("due_minutes")


def _carried(actor: Actor) -> Iterator[tuple[str, Rows, Any]]:
    shares = CommitmentShare.objects.filter(
        party__organisation_id=actor.organisation_id or 0,
        state=ACCEPTED,
        commitment__closed_on=None,
    )
    yield "shares", shares, Sum(F("minutes"))
    sheets = SHEETS.rows("sheet.view", actor)
    yield "worked", sheets.filter(state=VALIDATED), NET
    yield "declared", sheets.filter(state=DECLARED), DECLARED_MINUTES
    yield "hired", HIRINGS.rows("hiring.view", actor).filter(state=HIRED), Value(0)
