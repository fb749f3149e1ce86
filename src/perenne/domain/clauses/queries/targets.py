"""The target of a commitment on any day, from the rows of its contract.

Seven queries for one or for a thousand commitments. The hours done are known above this app: it
is given them by whoever keeps them.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localdate

from perenne.domain.clauses.models import Clause, Commitment
from perenne.domain.clauses.states import VolumeKind
from perenne.domain.procurement.models import CallOff, Contract
from perenne.domain.procurement.states import TERMINATED
from perenne.rules.calibration import Recalculation, Scheme
from perenne.rules.targets import (
    Bill,
    Change,
    Done,
    End,
    Facts,
    Order,
    Part,
    Pause,
    Renewing,
    Target,
    target_on,
)
from perenne.values import Euros, Hours

WHAT_CHANGES_IT = ("amendments", "renewed", "suspensions", "phases", "call_offs__invoices")


def with_facts(rows: "QuerySet[Commitment, Any]") -> "QuerySet[Commitment, Any]":
    """All that `facts_of` reads, whatever the number of rows."""
    changes = (f"contract__{name}" for name in WHAT_CHANGES_IT)
    return rows.select_related("clause", "contract").prefetch_related(*changes)


def targets_of(commitments: Iterable[int], *, on: date) -> dict[int, Target]:
    """By the number of the commitment; for those whose right to see them is checked already."""
    rows = with_facts(Commitment.objects.filter(pk__in=list(commitments)))
    return {row.pk: target_on(facts_of(row), on) for row in rows}


def facts_of(row: Commitment, *, done: Iterable[Done] = ()) -> Facts:
    """What the rules ask for, of a row read by `with_facts`."""
    contract, clause = row.contract, row.clause
    return Facts(
        written=_written(row, clause),
        amount=Euros(contract.amount_cents),
        months=contract.months,
        notified_on=contract.notified_on,
        starts_on=contract.starts_on,
        recalculation=Recalculation(clause.recalculation),
        covers_renewals=clause.covers_renewals,
        renewal_months=(contract.renewal_months,) * contract.renewals,
        changes=_changes(contract),
        renewals=_renewals(contract),
        pauses=_pauses(contract),
        parts=_parts(contract),
        orders=tuple(_order(order) for order in contract.call_offs.all()),
        end=_end(contract),
        done=tuple(done),
    )


def _written(row: Commitment, clause: Clause) -> Hours | Scheme:
    if clause.volume_kind == VolumeKind.FIXED or not clause.step_cents:
        return Hours(row.due_minutes)
    return Scheme(
        Euros(clause.step_cents),
        Hours(clause.step_minutes or 0),
        Euros(clause.trigger_cents),
        by_whole_steps=clause.by_whole_steps,
    )


def _changes(contract: Contract) -> tuple[Change, ...]:
    return tuple(
        Change(
            it.number,
            it.effective_on,
            Euros.known(it.amount_cents),
            it.months,
            None if it.due_minutes is None else Hours(it.due_minutes),
            _day(it.recorded_at),
        )
        for it in contract.amendments.all()
    )


def _renewals(contract: Contract) -> tuple[Renewing, ...]:
    return tuple(
        Renewing(it.number, it.decided_on, it.starts_on, it.takes_place, _day(it.recorded_at))
        for it in contract.renewed.all()
    )


def _pauses(contract: Contract) -> tuple[Pause, ...]:
    """The end of one is written once it is there: it was not known before its own day."""
    return tuple(
        Pause(
            it.since,
            it.until,
            recorded := _day(it.recorded_at),
            max(recorded, it.until) if it.until else recorded,
        )
        for it in contract.suspensions.all()
    )


def _parts(contract: Contract) -> tuple[Part, ...]:
    return tuple(
        Part(it.label, Euros(it.amount_cents), it.is_firm, it.affirmed_on, it.lapses_on)
        for it in contract.phases.all()
    )


def _order(row: CallOff) -> Order:
    return Order(
        row.reference,
        Euros(row.ordered_cents),
        row.issued_on,
        row.closed_on,
        tuple(
            Bill(Euros(it.amount_cents), it.invoiced_on, _day(it.recorded_at))
            for it in row.invoices.all()
        ),
        _day(row.recorded_at),
    )


def _end(contract: Contract) -> End | None:
    if contract.ended_on is None:
        return None
    return End(
        contract.ended_on,
        is_termination=contract.state == TERMINATED,
        recorded_on=contract.ended_on,
    )


def _day(moment: datetime) -> date:
    return localdate(moment)
