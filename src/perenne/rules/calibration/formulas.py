"""From money, production hours or full-time equivalents to hours of insertion.

Everything is exact: rounded once, half up, to the minute. The volume written in a contract is
rounded down afterwards (`contractual`), as the facilitators do.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from perenne.rules.calibration.rounding import half_up
from perenne.rules.french import typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.texts import (
    ANRU,
    AQUAREEL_2025,
    BAM_2021,
    LEGAL_YEAR,
    SUD_77,
)
from perenne.values import Euros, FteBase, Hours, Share

WHOLE = Share.percent(100)


@dataclass(frozen=True, slots=True)
class Hypotheses:
    """What a calibration rests on. ValueError, in French, when one of them is impossible."""

    amount: Euros
    labour_share: Share
    effort_rate: Share
    hourly_cost: Euros

    def __post_init__(self) -> None:
        if self.amount.cents < 0:
            raise ValueError(typeset("Le montant ne peut pas être négatif : corrigez-le."))
        if self.hourly_cost.cents <= 0:
            raise ValueError(typeset("Le coût horaire doit être supérieur à zéro : corrigez-le."))
        for name, share in (
            ("La part de main-d'œuvre", self.labour_share),
            ("Le taux d'effort", self.effort_rate),
        ):
            if not 0 <= share.basis_points <= WHOLE.basis_points:
                raise ValueError(typeset(f"{name} va de 0 à 100 % : corrigez la valeur saisie."))


@dataclass(frozen=True, slots=True)
class Calibration:
    """The hours that the hypotheses give, and the amounts passed through on the way."""

    hypotheses: Hypotheses
    hours: Hours
    labour_hours: Hours
    labour_amount: Euros
    insertion_amount: Euros

    @property
    def euros_per_hour(self) -> Euros | None:
        """Euros of contract behind one hour of insertion; None when there is no hour."""
        if not self.hours:
            return None
        return Euros.of(self.hypotheses.amount.amount / self.hours.amount)

    @property
    def share_of_amount(self) -> Share:
        """Part of the contract spent on insertion: labour share x effort rate."""
        labour, effort = self.hypotheses.labour_share, self.hypotheses.effort_rate
        return Share.percent(labour.fraction * effort.fraction * 100)

    def fte(self, base: FteBase) -> Decimal:
        """Full-time equivalents over one year; always print the base beside the figure."""
        return self.hours.fte(base)


@cites(
    SUD_77,
    says="Combien d’heures donne un montant ?",
    confidence=Confidence.SURE,
)
def calibrate(hypotheses: Hypotheses) -> Calibration:
    """Amount x labour share x effort rate / loaded hourly cost (F1)."""
    amount = Fraction(hypotheses.amount.cents)
    labour = amount * hypotheses.labour_share.basis_points / WHOLE.basis_points
    insertion = labour * hypotheses.effort_rate.basis_points / WHOLE.basis_points
    cost = hypotheses.hourly_cost.cents
    return Calibration(
        hypotheses=hypotheses,
        hours=Hours(half_up(insertion * 60 / cost)),
        labour_hours=Hours(half_up(labour * 60 / cost)),
        labour_amount=Euros(half_up(labour)),
        insertion_amount=Euros(half_up(insertion)),
    )


@cites(
    ANRU,
    says="Combien d’heures donne une part des heures travaillées ?",
    confidence=Confidence.SURE,
)
def hours_of_production(production: Hours, rate: Share) -> Hours:
    """A rate of the hours worked, when the buyer knows them (F2)."""
    return Hours(half_up(Fraction(production.minutes * rate.basis_points, WHOLE.basis_points)))


@cites(
    LEGAL_YEAR,
    says="Combien d’heures donnent des équivalents temps plein ?",
    confidence=Confidence.SURE,
)
def hours_of_fte(fte: Decimal, *, months: int, base: FteBase) -> Hours:
    """So many full-time equivalents during so many months (F3)."""
    return Hours(half_up(Fraction(fte) * months * int(base) * 60 / 12))


@cites(
    BAM_2021,
    says="Combien d’heures donnent les tranches entières facturées ?",
    confidence=Confidence.SURE,
)
def hours_by_step(invoiced: Euros, *, trigger: Euros, step: Euros, hours_per_step: Hours) -> Hours:
    """So many hours for each whole step invoiced above the trigger (F4)."""
    steps = max(0, invoiced.cents - trigger.cents) // step.cents
    return Hours(steps * hours_per_step.minutes)


@cites(
    AQUAREEL_2025,
    says="Combien d’heures donnent les montants facturés, au prorata ?",
    confidence=Confidence.SURE,
)
def hours_pro_rata(invoiced: Euros, *, step: Euros, hours_per_step: Hours) -> Hours:
    """So many hours for each step invoiced, begun steps counting for their part (F5)."""
    return Hours(half_up(Fraction(invoiced.cents * hours_per_step.minutes, step.cents)))
