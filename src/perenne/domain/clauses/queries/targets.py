"""The target of a commitment on any day, from the facts of its contract.

Two queries for one or for a thousand commitments. The hours done are known above this app: they
are given by whoever keeps them.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from perenne.domain.clauses.models import Clause, Commitment
from perenne.domain.clauses.states import VolumeKind
from perenne.domain.procurement.models import Amendment, Phase
from perenne.domain.procurement.queries import (
    CallOffFact,
    ContractFacts,
    SuspensionFact,
    facts_of_contracts,
)
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
    Season,
    Target,
    target_on,
)
from perenne.values import Euros, Hours


def targets_of(commitments: Iterable[int], *, on: date) -> Mapping[int, Target]:
    """By the number of the commitment; for those whose right to see them is checked already."""
    rows = Commitment.objects.filter(pk__in=list(commitments)).select_related("clause")
    return {pk: target_on(facts, on) for pk, facts in facts_of(rows).items()}


def facts_of(rows: "QuerySet[Commitment, Any] | list[Commitment]") -> Mapping[int, Facts]:
    """Of commitments read with their clause: one query more for all of them."""
    contracts = facts_of_contracts(row.contract_id for row in rows)
    return {row.pk: target_facts(row, contracts[row.contract_id]) for row in rows}


def target_facts(row: Commitment, of: ContractFacts, *, done: Iterable[Done] = ()) -> Facts:
    """What the rules ask for, of a commitment read with its clause and of its contract."""
    return Facts(
        written=_written(row, row.clause),
        amount=of.amount,
        months=of.months,
        notified_on=of.notified_on,
        starts_on=of.starts_on,
        recalculation=Recalculation(row.clause.recalculation),
        covers_renewals=row.clause.covers_renewals,
        renewal_months=(of.renewal_months,) * of.renewals,
        changes=tuple(
            Change(it.number, it.effective_on, it.amount, it.months, it.due, it.recorded_on)
            for it in of.amendments
        ),
        renewals=tuple(
            Renewing(it.number, it.decided_on, it.starts_on, it.takes_place, it.recorded_on)
            for it in of.decided
        ),
        pauses=tuple(map(_pause, of.suspensions)),
        parts=tuple(
            Part(it.label, it.amount, it.is_firm, it.affirmed_on, it.lapses_on) for it in of.phases
        ),
        orders=tuple(map(_order, of.call_offs)),
        end=_end(of),
        done=tuple(done),
        season=Season.of_months(row.worked_months),
    )


def not_as_signed() -> Q:
    """Commitments that may be expected to do other hours than those that were signed.

    The others, by far the most, are not worth reading one by one: `stays_as_signed` of the rules.
    """
    return (
        ~Q(clause__volume_kind=VolumeKind.FIXED)
        | Q(clause__covers_renewals=True, contract__renewals__gt=0)
        | Q(contract__state=TERMINATED)
        | Exists(Amendment.objects.filter(contract=OuterRef("contract")))
        | Exists(Phase.objects.filter(contract=OuterRef("contract")))
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


def _pause(it: SuspensionFact) -> Pause:
    """Its end is written once it is there: it was not known before its own day."""
    known_on = max(it.recorded_on, it.until) if it.until else it.recorded_on
    return Pause(it.since, it.until, it.recorded_on, known_on)


def _order(it: CallOffFact) -> Order:
    bills = (Bill(one.amount, one.invoiced_on, one.recorded_on) for one in it.invoices)
    return Order(it.reference, it.ordered, it.issued_on, it.closed_on, tuple(bills), it.recorded_on)


def _end(of: ContractFacts) -> End | None:
    if of.ended_on is None:
        return None
    return End(of.ended_on, is_termination=of.state is TERMINATED, recorded_on=of.ended_on)
