"""The pace of one commitment, drawn: its curve, what was alerted, who could help to catch up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q

from perenne.domain.compliance.models import PaceAlert
from perenne.domain.compliance.policy.paces import ALERTS, PACES
from perenne.domain.compliance.queries.pace import PaceRow, pace_rows
from perenne.domain.directory.models import Structure as Listed
from perenne.domain.directory.states import LISTED, SHORT_LABELS
from perenne.domain.organisations.queries import Contact, contact_at
from perenne.domain.organisations.states import StructureKind
from perenne.domain.promises.queries import Load, loads_of
from perenne.kit.actors import Actor
from perenne.kit.refusals import NotFound
from perenne.rules.hirings import MODALITIES
from perenne.rules.pace import (
    ALERTS as ALERT_ROWS,
)
from perenne.rules.pace import (
    AlertRow,
    CatchUp,
    Way,
    catch_up,
    drawn,
)
from perenne.rules.segments import find_segment
from perenne.rules.targets import days_of_change, months_of, target_on
from perenne.values import Hours, Period

ENOUGH_STRUCTURES, MOST_WEIGHED = 12, 60
LONGEST_CURVE = 120
"""Months: beyond, the curve stops."""


@dataclass(frozen=True, slots=True)
class Episode:
    """An alert of the past, or the one that stands; `row`: what the rules say of it."""

    id: int
    row: AlertRow
    opened_on: date
    ended_on: date | None
    looked_on: date | None
    counted: Hours


@dataclass(frozen=True, slots=True)
class Structure:
    """Of the directory; `is_near`: in the intercommunality of the contract. `free`: what it said
    and has not promised, until the end of the contract; None when it does not say."""

    id: int
    name: str
    kind: str
    commune: str
    email: str
    phone: str
    is_near: bool
    free: Hours | None


@dataclass(frozen=True, slots=True)
class PaceCard:
    """`curve`: expected; `done`: counted at each end of month; `band`: least and most to come."""

    row: PaceRow
    curve: tuple[tuple[date, Hours], ...]
    done: tuple[tuple[date, Hours], ...]
    band: tuple[tuple[date, Hours, Hours], ...]
    episodes: tuple[Episode, ...]
    plan: CatchUp
    structures: tuple[Structure, ...]
    facilitator: Contact
    may_look: int | None
    """The alert that one may answer for."""


def pace_card(commitment_id: int, *, seen_by: Actor, on: date) -> PaceCard:
    """Eight queries at most."""
    rows = PACES.rows("pace.view", seen_by).filter(pk=commitment_id)
    row = next(iter(pace_rows(rows, on=on)), None)
    if row is None:
        raise NotFound(commitment_id)
    pace = row.pace
    ends_on = pace.ends_on or on
    plan = catch_up(pace.missing, pace.calendar, on=on, ends_on=ends_on)
    waiting = ALERTS.rows("alert.look", seen_by).filter(pk=OuterRef("pk"))
    alerts = PaceAlert.objects.filter(commitment=commitment_id).annotate(is_waiting=Exists(waiting))
    return PaceCard(
        row=row,
        curve=_curve(row, on),
        done=_done(row),
        band=drawn(pace.counted, pace.calendar, pace.forecast) if pace.forecast else (),
        episodes=_episodes(alerts),
        plan=plan,
        structures=_structures(plan, row, on),
        facilitator=contact_at(row.facilitator_id),
        may_look=next((it.pk for it in alerts if it.is_waiting), None),
    )


def _curve(row: PaceRow, on: date) -> tuple[tuple[date, Hours], ...]:
    """At each end of month, and on the days when the contract changed."""
    pace, period = row.pace, row.pace.target.period
    if period is None:
        return ()
    first, last = period.starts_on, period.ends_on
    ends = [end for _, end in list(months_of(first, last))[:LONGEST_CURVE]]
    changes = [day for day in days_of_change(pace.facts) if first <= day <= min(on, last)]
    before = first - timedelta(1)
    days = sorted({*ends, *changes})
    return ((before, Hours(0)), *((day, target_on(pace.facts, day).paced) for day in days))


def _done(row: PaceRow) -> tuple[tuple[date, Hours], ...]:
    """Up to the last day whose hours are known, and not beyond the end."""
    pace, period = row.pace, row.pace.target.period
    if period is None or pace.measured_on < period.starts_on:
        return ()
    last = min(pace.measured_on, period.ends_on)
    ends = [end for _, end in list(months_of(period.starts_on, last))[:LONGEST_CURVE]]
    before = period.starts_on - timedelta(1)
    return ((before, Hours(0)), *((day, pace.counted.by(day)) for day in ends))


def _episodes(rows: Iterable[PaceAlert]) -> tuple[Episode, ...]:
    return tuple(
        Episode(
            id=it.pk,
            row=ALERT_ROWS[it.code],
            opened_on=it.opened_on,
            ended_on=it.ended_on,
            looked_on=it.looked_on,
            counted=Hours(it.counted_minutes),
        )
        for it in rows
    )


def _structures(plan: CatchUp, row: PaceRow, on: date) -> tuple[Structure, ...]:
    """Those of the directory that can provide what the plan proposes, the nearest first, then those
    that have most hours left until the end; none without a plan."""
    kinds = {kind.value for offer in plan.offers for kind in kinds_for(offer.way)}
    if not kinds:
        return ()
    trade = find_segment(row.object, None).trade
    known = Listed.objects.filter(kind__in=kinds, state=LISTED).select_related("commune")
    if trade is not None:
        known = known.filter(Q(trades__trade=trade.code) | Q(trades__isnull=True)).distinct()
    rows = sorted(known, key=lambda it: (not _is_near(it, row.epci), it.name, it.pk))
    loads = loads_of([it.pk for it in rows[:MOST_WEIGHED]], on=on)
    span = Period(on, max(row.pace.ends_on or on, on + timedelta(1)))
    found = [_structure(it, loads.get(it.pk), row.epci, span) for it in rows[:MOST_WEIGHED]]
    found.sort(key=lambda it: (not it.is_near, -it.free.minutes if it.free else 0))
    return tuple(found[:ENOUGH_STRUCTURES])


def _structure(row: Listed, load: Load | None, epci: str, span: Period) -> Structure:
    return Structure(
        id=row.pk,
        name=row.name,
        kind=SHORT_LABELS[row.kind],
        commune=row.commune.name if row.commune else "",
        email=row.email,
        phone=row.phone,
        is_near=_is_near(row, epci),
        free=sum(load.left(span).values(), Hours(0)) if load and load.stated else None,
    )


def _is_near(row: Listed, epci: str) -> bool:
    return bool(epci) and row.commune is not None and row.commune.epci_id == epci


def kinds_for(way: Way) -> frozenset[StructureKind]:
    """The structures of the ways in which those hours count."""
    known = {kind.value for kind in StructureKind}
    named = (it.value.lower() for code in way.modalities for it in MODALITIES[code].structures)
    return frozenset(StructureKind(name) for name in named if name in known)
