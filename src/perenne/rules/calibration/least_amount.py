"""The amount from which hypotheses give so many hours: the calibration, read backwards."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from perenne.rules.calibration.formulas import WHOLE, Hypotheses
from perenne.rules.calibration.rounding import up
from perenne.rules.law import Confidence, cites
from perenne.rules.texts import SUD_77
from perenne.values import Euros, Hours


@cites(
    SUD_77,
    says="À partir de quel montant ces hypothèses donnent-elles ce volume ?",
    confidence=Confidence.SURE,
)
def least_amount(hours: Hours, based: Hypotheses) -> Euros | None:
    """The other three hypotheses held, to the cent; None when they never give an hour."""
    effort = based.labour_share.basis_points * based.effort_rate.basis_points
    if effort == 0:
        return None
    cost = Fraction(hours.minutes * based.hourly_cost.cents, 60)
    return Euros(up(cost * WHOLE.basis_points**2 / effort))


def with_amount(based: Hypotheses, amount: Euros) -> Hypotheses:
    """The same hypotheses for another amount."""
    return replace(based, amount=amount)
