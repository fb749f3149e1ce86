"""What a clause would cost the contractor if it ended today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.penalties.computing import compute
from perenne.rules.penalties.inputs import NO_EUROS, NO_HOURS, Facts, PenaltyInputs, Tariff
from perenne.rules.penalties.references import reference_for
from perenne.rules.texts import AQUAREEL_2025_PENALTIES, BAM_2021_PENALTIES, PRACTICE
from perenne.values import Euros, Hours, Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A clause under way. `due_by_invoices`: what the invoices of a framework agreement make due.

    ValueError, in French, when its penalty is not one of hours, or its period is empty.
    """

    tariff: Tariff
    period: Period
    due: Hours
    validated: Hours = NO_HOURS
    exonerated: Hours = NO_HOURS
    due_by_invoices: Hours | None = None
    hourly_cost: Euros | None = None
    contract_amount: Euros | None = None
    earlier: Euros = NO_EUROS

    def __post_init__(self) -> None:
        if not self.tariff.row.in_hours:
            raise ValueError(
                typeset("L'exposition se calcule sur des heures : choisissez une formule horaire.")
            )
        if self.period.end <= self.period.start:
            raise ValueError(typeset("Indiquez une date de fin postérieure à la date de début."))

    @property
    def owed(self) -> Hours:
        """What is due in the end, as far as it is known."""
        return self.due if self.due_by_invoices is None else self.due_by_invoices

    def expected(self, on: date) -> Hours:
        """Hours expected that day, brought down to the minute."""
        if on < self.period.start:
            return NO_HOURS
        if self.due_by_invoices is not None:
            return self.due_by_invoices
        whole = (self.period.end - self.period.start).days
        elapsed = min(whole, (on - self.period.start).days)
        return Hours(self.due.minutes * elapsed // whole)


@dataclass(frozen=True, slots=True)
class Exposure:
    """Hours expected and done to date, the gap, and what it would cost."""

    expected: Hours
    done: Hours
    gap: Hours
    amount: Euros
    reasons: tuple[str, ...]


@cites(
    BAM_2021_PENALTIES,
    AQUAREEL_2025_PENALTIES,
    PRACTICE,
    says="Que coûterait la clause au titulaire si elle s’arrêtait aujourd’hui ?",
    confidence=Confidence.VARIES,
)
def exposure(commitment: Commitment, on: date) -> Exposure:
    """Nothing before the start; from the end on, the penalty itself."""
    expected = commitment.expected(on)
    done = commitment.validated + commitment.exonerated
    gap = max(NO_HOURS, expected - done)
    amount = _amount(commitment, gap, on) if gap else NO_EUROS
    said = (
        f"Heures attendues au {in_full(on)} : {expected}, {_how(commitment)}.",
        f"Heures validées ou exonérées : {done}.",
        f"Écart : {gap}, soit une pénalité de {amount} si la clause s'arrêtait ce jour.",
    )
    return Exposure(expected, done, gap, amount, tuple(map(typeset, said)))


def _amount(commitment: Commitment, gap: Hours, on: date) -> Euros:
    facts = Facts(
        on=on,
        due=commitment.owed,
        validated=commitment.owed - gap,
        reference=reference_for(commitment.tariff.formula, on, commitment.hourly_cost),
        contract_amount=commitment.contract_amount,
        earlier=commitment.earlier,
    )
    return compute(PenaltyInputs(tariff=commitment.tariff, facts=facts)).amount


def _how(commitment: Commitment) -> str:
    if commitment.due_by_invoices is None:
        return "au prorata de la durée écoulée"
    return "d'après les montants facturés"
