"""A volume read as a share of the hours worked, or as full-time equivalents."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from perenne.rules.calibration.fte_bases import FTE_BASE
from perenne.rules.calibration.rounding import half_up
from perenne.rules.french import typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import ANRU, LEGAL_YEAR
from perenne.values import FteBase, Hours, Share


@dataclass(frozen=True, slots=True)
class FullTime:
    """Full-time equivalents, never apart from their base."""

    equivalents: Decimal
    base: FteBase

    def __str__(self) -> str:
        figure = f"{self.equivalents:f}".replace(".", ",")
        return typeset(f"{figure} ETP (base {Hours.of(int(self.base))})")


@cites(
    ANRU,
    says="Quelle part des heures travaillées ce volume représente-t-il ?",
    confidence=Confidence.SURE,
)
def as_share(hours: Hours, production: Hours) -> Share:
    """The inverse of `hours_of_production`. ValueError, in French, when nothing is produced."""
    if production.minutes <= 0:
        raise ValueError(
            typeset("Aucune heure n'est travaillée : donnez les heures de production du marché.")
        )
    return Share(half_up(Fraction(hours.minutes * 10_000, production.minutes)))


@cites(
    LEGAL_YEAR,
    says="Combien d’équivalents temps plein ce volume représente-t-il ?",
    confidence=Confidence.SURE,
)
def as_fte(hours: Hours, *, months: int, practice: Practice = USUAL) -> FullTime:
    """During so many months, to the hundredth; the inverse of `hours_of_fte`.

    ValueError, in French, when there is no month.
    """
    if months < 1:
        raise ValueError(typeset("La durée manque : donnez-la en mois, à partir de 1."))
    base = practice.of(FTE_BASE)
    hundredths = half_up(Fraction(hours.minutes * 12 * 100, months * int(base) * 60))
    return FullTime(Decimal(hundredths).scaleb(-2), base)
