"""What each commitment would cost if it stopped today: hours expected, counted, lacking, euros.

Four questions for one commitment or for a thousand.
"""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import OuterRef, Subquery

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.queries.terms import tariff_in
from perenne.domain.clauses.states import PENDING, RUNNING
from perenne.domain.compliance.policy import COMMITMENTS
from perenne.domain.compliance.queries.past import NOTHING_PAST, Past, past_of
from perenne.domain.compliance.queries.standings import Standing, standings_of
from perenne.domain.procurement.models import Party
from perenne.domain.procurement.states import PartyRole
from perenne.kit.actors import Actor
from perenne.rules.penalties import Facts, PenaltyInputs, compute, reference_for
from perenne.values import Euros, Hours

NO_HOURS = Hours(0)
NO_PENALTY = (
    "La clause n’écrit pas de pénalité pour les heures non réalisées : rien ne peut être proposé."
)


@dataclass(frozen=True, slots=True)
class Added:
    """What the facilitator adds to a computation, where the rules let it: hours for which nobody
    found a solution, and the hourly cost where the calibration keeps none."""

    exonerated: Hours = NO_HOURS
    hourly_cost: Euros | None = None


NOTHING_ADDED = Added()


@dataclass(frozen=True, slots=True)
class ExposedCommitment:
    """`amount`: None where the clause writes no penalty that hours alone can measure."""

    commitment_id: int
    object: str
    buyer: str
    lead: str
    standing: Standing
    amount: Euros | None
    followed: int | None = None
    """The shortfall that is open on it, where a list asks for it."""
    may_alert: bool = False
    """Whether whoever looks is its facilitator, where a list asks for it."""


def exposures(*, seen_by: Actor, on: date) -> tuple[ExposedCommitment, ...]:
    """Of the commitments under way, the dearest first."""
    rows = list(
        COMMITMENTS.rows("exposure.view", seen_by)
        .filter(state__in=[PENDING, RUNNING])
        .select_related("clause", "contract__buyer")
        .annotate(lead=lead_of("contract"))
        .order_by("pk")
    )
    past = past_of({row.contract_id for row in rows})
    where = standings_of(rows, on=on, past=past)
    found = [
        ExposedCommitment(
            row.pk, row.contract.object, row.contract.buyer.name, row.lead or "", where[row.pk],
            exposed(row, where[row.pk], on, past=past),
        )
        for row in rows
        if row.pk in where
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (-_cents(one.amount), one.commitment_id)))


def exposed(
    row: Commitment, standing: Standing, on: date, *, past: Past = NOTHING_PAST
) -> Euros | None:
    """Of a commitment read with its clause and its contract; None too while a value lacks."""
    tariff = tariff_in(row.clause)
    if tariff is None or not tariff.row.in_hours:
        return None
    if not standing.lacking:
        return Euros(0)
    try:
        return compute(inputs_for(row, standing, on, past=past)).amount
    except ValueError:
        return None


def inputs_for(
    row: Commitment,
    standing: Standing,
    on: date,
    *,
    past: Past = NOTHING_PAST,
    added: Added = NOTHING_ADDED,
) -> PenaltyInputs:
    """What the rules compute from, of a commitment whose clause writes a penalty.

    ValueError, in French, when a value lacks: the amount of the contract, the hourly cost.
    """
    tariff = tariff_in(row.clause)
    if tariff is None or not tariff.row.in_hours:
        raise ValueError(NO_PENALTY)
    cost = added.hourly_cost or Euros.known(row.clause.hourly_cost_cents)
    settled = past.settled(row, standing.lacking)
    facts = Facts(
        on=on,
        due=standing.expected,
        validated=standing.counted,
        exonerated=min(standing.lacking, settled + added.exonerated),
        reference=reference_for(tariff.formula, on, cost),
        contract_amount=Euros.known(row.contract.amount_cents),
        earlier=past.incurred(row),
    )
    article = f"CCAP, article {row.clause.ccap_article}"
    return PenaltyInputs(tariff=replace(tariff, article=article), facts=facts)


def lead_of(contract: str) -> Subquery:
    """The name of the lead of a contract, by the path to it."""
    leads = Party.objects.filter(contract=OuterRef(contract), role=PartyRole.LEAD)
    return Subquery(leads.values("name")[:1])


def _cents(amount: Euros | None) -> int:
    return -1 if amount is None else amount.cents
