"""The legal week and what follows from it: months, weeks of a contract (Code du travail)."""

from __future__ import annotations

from fractions import Fraction

from perenne.rules.law import Confidence, Default
from perenne.rules.texts import LEGAL_WEEK, LEGAL_YEAR
from perenne.values import Hours

WEEK = Default.single(
    Hours.of(35), LEGAL_WEEK, Confidence.SURE, meaning="Durée légale du travail, par semaine"
)
MONTH = Default.single(
    Hours.of("151.67"), LEGAL_WEEK, Confidence.SURE, meaning="Durée légale du travail, par mois"
)
WEEKS_A_YEAR = Default.single(
    52, LEGAL_YEAR, Confidence.SURE, meaning="Semaines d’une année", unit="semaines"
)


def weeks_in(months: int) -> Fraction:
    return Fraction(months * WEEKS_A_YEAR.value, 12)
