"""All that a structure has promised, month by month, and to whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from perenne.domain.organisations.queries import Contact, contact_at
from perenne.domain.promises.policy import PROMISES
from perenne.domain.promises.queries.loads import Load, Pledge, loads_of, nothing_said
from perenne.kit.actors import Actor, Role
from perenne.kit.refusals import NotFound
from perenne.rules.promises import Overload, by_month
from perenne.rules.segments import TRADES
from perenne.values import Hours, Period, add_months

SHOWN = 12
"""Months told on the page."""
LABELS: Mapping[str, str] = {one.code: one.label for one in TRADES}


@dataclass(frozen=True, slots=True)
class PledgeRow:
    """`contract`: "" where it is somebody else’s: the facilitator alone is told then."""

    commitment_id: int | None
    contract: str
    facilitator: str
    trade: str
    monthly: Hours
    starts_on: date
    ends_on: date | None
    is_hiring: bool
    is_too_much: bool


@dataclass(frozen=True, slots=True)
class MonthRow:
    month: date
    promised: Hours
    left: Hours
    is_too_much: bool


@dataclass(frozen=True, slots=True)
class StatedRow:
    trade: str
    monthly: Hours
    said_on: date


@dataclass(frozen=True, slots=True)
class PromiseCard:
    structure_id: int
    name: str
    stated: tuple[StatedRow, ...]
    whole: Hours
    overloads: tuple[tuple[str, Overload], ...]
    """With the name of the trade; "" for all of them together."""
    pledges: tuple[PledgeRow, ...]
    months: tuple[MonthRow, ...]
    others: tuple[Contact, ...]
    """Whom to call: the other facilitators to whom too much is promised."""
    may_note: bool


def promise_card(structure_id: int, *, seen_by: Actor, on: date) -> PromiseCard:
    """Two queries, and one for each facilitator to call."""
    row = PROMISES.rows("promise.view", seen_by).filter(pk=structure_id).first()
    if row is None:
        raise NotFound(structure_id)
    found = loads_of([structure_id], on=on)
    load = found.get(structure_id) or nothing_said(structure_id, row.name)
    first = on.replace(day=1)
    span = Period(first, add_months(first, SHOWN))
    return PromiseCard(
        structure_id=structure_id,
        name=load.name,
        stated=tuple(
            StatedRow(LABELS.get(it.trade, it.trade), it.monthly, load.said_on[it.trade])
            for it in load.stated
        ),
        whole=Hours(sum(it.monthly.minutes for it in load.stated)),
        overloads=tuple((LABELS.get(it.trade, ""), it) for it in load.overloads),
        pledges=tuple(_row(it, load, seen_by) for it in load.pledges),
        months=_months(load, span),
        others=_others(load, seen_by),
        may_note=seen_by.role is Role.FACILITATOR and load.is_news_for(seen_by.organisation_id),
    )


def _row(it: Pledge, load: Load, seen_by: Actor) -> PledgeRow:
    told = _may_name(it, seen_by)
    return PledgeRow(
        commitment_id=it.commitment_id if told and seen_by.role is not _STRUCTURE else None,
        contract=it.contract if told else "",
        facilitator=it.facilitator,
        trade=LABELS.get(it.trade, "Métier non dit"),
        monthly=it.monthly,
        starts_on=it.days.start,
        ends_on=it.days.last_day if it.days.end.year < date.max.year else None,
        is_hiring=it.is_hiring,
        is_too_much=any(it.weighs_on(one) for one in load.overloads),
    )


_STRUCTURE = Role.INCLUSION_STRUCTURE


def _may_name(it: Pledge, seen_by: Actor) -> bool:
    """A facilitator reads the names of their own contracts; the structure, of all it promised."""
    if seen_by.role in {Role.COORDINATION, _STRUCTURE}:
        return True
    return it.facilitator_id == seen_by.organisation_id


def _months(load: Load, span: Period) -> tuple[MonthRow, ...]:
    rows = by_month(load.stated, load.promises, span)
    return tuple(
        MonthRow(
            month,
            promised,
            left,
            any(it.days.meets(Period(month, add_months(month, 1))) for it in load.overloads),
        )
        for month, promised, left in rows
    )


def _others(load: Load, seen_by: Actor) -> tuple[Contact, ...]:
    concerned = load.concerned()
    bodies = {
        it.facilitator_id
        for it in load.pledges
        if it.commitment_id in concerned and it.facilitator_id != seen_by.organisation_id
    }
    if seen_by.role is _STRUCTURE:
        return ()
    return tuple(contact_at(body) for body in sorted(bodies))
