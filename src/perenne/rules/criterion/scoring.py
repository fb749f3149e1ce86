"""How points are given, the same way for every tender; in hundredths of a point, half up."""

from __future__ import annotations

from enum import IntEnum
from fractions import Fraction

from perenne.rules.calibration.rounding import half_up
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.texts import CRITERIA_PUBLIC, PRACTICE
from perenne.values import Hours, Share

CEILING = parameter(
    "criterion.ceiling",
    "Part du volume minimal, en plus de lui, au-delà de laquelle la note n’augmente plus",
    Share.percent(50),
    between=(Share.percent(10), Share.percent(100)),
)


class Level(IntEnum):
    """Of 100 of the points."""

    NONE = 0
    POOR = 25
    AVERAGE = 50
    GOOD = 75
    VERY_GOOD = 100


@cites(
    CRITERIA_PUBLIC,
    PRACTICE,
    says="Combien de points pour le volume proposé ?",
    confidence=Confidence.VARIES,
)
def volume_points(offered: Hours, floor: Hours, points: int, *, practice: Practice = USUAL) -> int:
    """Hundredths of a point: none at the floor, all at the ceiling.

    ValueError when the floor is nil or not reached: such a tender is irregular, not noted.
    """
    if floor.minutes <= 0 or offered < floor:
        raise ValueError("a tender under the floor is not noted")
    most = Fraction(floor.minutes * practice.of(CEILING).basis_points, 10_000)
    reached = min(Fraction(1), Fraction((offered - floor).minutes) / most)
    return half_up(reached * points * 100)


@cites(
    CRITERIA_PUBLIC,
    PRACTICE,
    says="Combien de points pour une réponse appréciée par niveaux ?",
    confidence=Confidence.VARIES,
)
def level_points(level: Level, points: int) -> int:
    """Hundredths of a point."""
    return level.value * points
