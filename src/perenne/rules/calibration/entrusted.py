"""A part of the amount entrusted to inclusion or disability structures, told in hours and back.

Amounts before tax. The hourly price is the one that the structure invoices, not a cost of labour.
"""

from __future__ import annotations

from fractions import Fraction

from perenne.rules.calibration.rounding import half_up, up
from perenne.rules.french import typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.texts import CONDITION, PRACTICE
from perenne.values import Euros, Hours, Share


@cites(
    CONDITION,
    PRACTICE,
    says="Quel montant confier au moins aux structures d’insertion ?",
    confidence=Confidence.LIKELY,
)
def least_entrusted(amount: Euros, share: Share) -> Euros:
    """At least this share of the amount: rounded up to the cent (F6)."""
    return Euros(up(Fraction(amount.cents * share.basis_points, 10_000)))


@cites(
    PRACTICE,
    says="Combien d’heures d’insertion un montant confié paie-t-il ?",
    confidence=Confidence.VARIES,
)
def hours_entrusted(entrusted: Euros, *, hourly_price: Euros) -> Hours:
    """ValueError, in French, when the price is nil."""
    return Hours(half_up(Fraction(entrusted.cents * 60, _price(hourly_price))))


@cites(
    PRACTICE,
    says="Quel montant confier pour obtenir ce volume d’heures ?",
    confidence=Confidence.VARIES,
)
def entrusted_for(hours: Hours, *, hourly_price: Euros) -> Euros:
    """Enough to pay these hours, to the cent. ValueError, in French, when the price is nil."""
    return Euros(up(Fraction(hours.minutes * _price(hourly_price), 60)))


def _price(hourly_price: Euros) -> int:
    if hourly_price.cents <= 0:
        raise ValueError(typeset("Le prix d'une heure doit être supérieur à zéro : corrigez-le."))
    return hourly_price.cents
