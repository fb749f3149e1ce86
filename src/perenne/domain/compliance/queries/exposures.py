"""What each commitment would cost if it stopped today: hours expected, counted, lacking, euros.

Three questions for one commitment or for a thousand.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.queries.targets import targets_of
from perenne.domain.clauses.queries.terms import tariff_in
from perenne.domain.clauses.states import PENDING, RUNNING
from perenne.domain.compliance.policy import COMMITMENTS
from perenne.domain.hours.models import Balance
from perenne.kit.actors import Actor
from perenne.rules.penalties import Facts, PenaltyInputs, Tariff, compute, reference_for
from perenne.values import Euros, Hours

NO_HOURS = Hours(0)


@dataclass(frozen=True, slots=True)
class Standing:
    """Hours of a commitment on a day: `expected` by then, `counted` by the ledger."""

    expected: Hours
    counted: Hours

    @property
    def lacking(self) -> Hours:
        return max(NO_HOURS, self.expected - self.counted)


@dataclass(frozen=True, slots=True)
class ExposedCommitment:
    """`amount`: None where the clause writes no penalty that hours alone can measure."""

    commitment_id: int
    object: str
    standing: Standing
    amount: Euros | None


def exposures(*, seen_by: Actor, on: date) -> tuple[ExposedCommitment, ...]:
    """Of the commitments under way, the dearest first."""
    rows = list(
        COMMITMENTS.rows("exposure.view", seen_by)
        .filter(state__in=[PENDING, RUNNING])
        .select_related("clause", "contract")
        .order_by("pk")
    )
    where = standings((row.pk for row in rows), on=on)
    found = [
        ExposedCommitment(
            row.pk, row.contract.object, where[row.pk], exposed(row, where[row.pk], on)
        )
        for row in rows
        if row.pk in where
    ]
    return tuple(sorted(found, key=lambda one: (-_cents(one.amount), one.commitment_id)))


def standings(commitments: Iterable[int], *, on: date) -> Mapping[int, Standing]:
    """For those whose right to see them is checked already; without a calendar, none."""
    ids = list(commitments)
    counted = dict(
        Balance.objects.filter(commitment__in=ids)
        .values_list("commitment")
        .annotate(minutes=Sum("minutes", default=0))
    )
    return {
        pk: Standing(target.paced, Hours(counted.get(pk, 0)))
        for pk, target in targets_of(ids, on=on).items()
        if target.period is not None
    }


def exposed(row: Commitment, standing: Standing, on: date) -> Euros | None:
    """Of a commitment read with its clause and its contract."""
    tariff = tariff_in(row.clause)
    if tariff is None or not tariff.row.in_hours:
        return None
    if not standing.lacking:
        return Euros(0)
    return compute(inputs_for(row, standing, tariff, on)).amount


def inputs_for(row: Commitment, standing: Standing, tariff: Tariff, on: date) -> PenaltyInputs:
    """What the rules compute from; ValueError, in French, when the contract lacks an amount."""
    cost = Euros.known(row.clause.hourly_cost_cents)
    facts = Facts(
        on=on,
        due=standing.expected,
        validated=standing.counted,
        reference=reference_for(tariff.formula, on, cost),
        contract_amount=Euros.known(row.contract.amount_cents),
    )
    return PenaltyInputs(tariff=tariff, facts=facts)


def _cents(amount: Euros | None) -> int:
    return -1 if amount is None else amount.cents
