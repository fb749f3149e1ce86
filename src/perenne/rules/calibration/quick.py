"""A first estimate, from the amount spent with inclusion structures. Never a calibration.

Source: what the calculators of Le marché de l'inclusion display (commit of August 2026).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from perenne.rules.calibration.rounding import half_up
from perenne.rules.french import typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.texts import INCLUSION_SITE
from perenne.values import Euros, Hours

QUICK_HOUR = parameter(
    "calibration.quick_hour",
    "Estimation rapide : montant confié à l’insertion derrière une heure",
    Euros.of(26),
    between=(Euros.of(20), Euros.of(40)),
    source=INCLUSION_SITE,
)
QUICK_MONTH = parameter(
    "calibration.quick_month",
    "Estimation rapide : montant confié à l’insertion derrière un mois d’emploi",
    Euros.of(3_700),
    between=(Euros.of(2_500), Euros.of(6_000)),
    source=INCLUSION_SITE,
)


@dataclass(frozen=True, slots=True)
class QuickEstimate:
    """`reason` says that it is not a calibration: print it beside the figures."""

    hours: Hours
    months: int
    reason: str


@cites(
    INCLUSION_SITE,
    says="Combien d’heures, à première vue, pour un montant confié à l’insertion ?",
    confidence=Confidence.VARIES,
)
def quick_estimate(entrusted: Euros, *, practice: Practice = USUAL) -> QuickEstimate:
    """Hours to the minute, whole months of job, both rounded half up."""
    hours = Hours(half_up(Fraction(entrusted.cents * 60, practice.of(QUICK_HOUR).cents)))
    months = half_up(Fraction(entrusted.cents, practice.of(QUICK_MONTH).cents))
    return QuickEstimate(
        hours,
        months,
        typeset(
            f"Estimation rapide : {entrusted} confiés à l'insertion paient environ "
            f"{Hours.of(hours.whole)}, soit {months} mois d'emploi. Ne l'écrivez pas dans un "
            "contrat : faites un calibrage."
        ),
    )
