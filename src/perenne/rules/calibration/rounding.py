"""The two roundings of a calibration: half up while computing, down in what a contract writes."""

from __future__ import annotations

from fractions import Fraction

from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, choice
from perenne.rules.texts import PRACTICE
from perenne.values import Hours

ROUNDING = choice(
    "calibration.rounding",
    "Multiple auquel le volume du contrat est arrondi, à l’inférieur",
    Hours.of(1),
    Hours.of(5),
    Hours.of(10),
    Hours.of(35),
)


@cites(
    PRACTICE,
    says="Quel volume écrire au contrat ?",
    confidence=Confidence.VARIES,
)
def contractual(hours: Hours, *, practice: Practice = USUAL) -> Hours:
    """The volume as a contract writes it: rounded down to a multiple (1 h, 5 h, 10 h, 35 h)."""
    multiple = practice.of(ROUNDING)
    return Hours(hours.minutes // multiple.minutes * multiple.minutes)


def half_up(exact: Fraction) -> int:
    """The nearest whole number, the greater of two at the same distance."""
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)


def up(exact: Fraction) -> int:
    """The least whole number that is enough."""
    return -(-exact.numerator // exact.denominator)
