"""Hours told as a team: so many people, for so many weeks."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from perenne.rules.calibration.capacity import PRESENCE
from perenne.rules.calibration.rounding import up
from perenne.rules.calibration.working_time import WEEK, weeks_in
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import LEGAL_WEEK, PRACTICE
from perenne.values import Hours

_TOLD = 4


@dataclass(frozen=True, slots=True)
class Crew:
    """`weeks` when everybody works 35 h each week, `weeks_foreseen` at the presence usually met."""

    persons: int
    weeks: int
    weeks_foreseen: int


@cites(
    LEGAL_WEEK,
    PRACTICE,
    says="Combien de personnes, pendant combien de semaines, font ce volume ?",
    confidence=Confidence.VARIES,
)
def crews(hours: Hours, months: int | None, *, practice: Practice = USUAL) -> tuple[Crew, ...]:
    """Four teams at most, from the smallest that ends in time; no team for no hour.

    A larger team that would save no week is left out.
    """
    if hours.minutes <= 0:
        return ()
    presence = Fraction(practice.of(PRESENCE).basis_points, 10_000)
    smallest = 1
    if months:
        smallest = max(1, up(Fraction(hours.minutes, WEEK.value.minutes) / _in(months, presence)))
    told: list[Crew] = []
    for persons in range(smallest, smallest + _TOLD):
        weeks = Fraction(hours.minutes, persons * WEEK.value.minutes)
        crew = Crew(persons, up(weeks), up(weeks / presence))
        if not told or crew.weeks_foreseen < told[-1].weeks_foreseen:
            told.append(crew)
    return tuple(told)


def _in(months: int, presence: Fraction) -> int | Fraction:
    """The weeks of work of one person; whole weeks, but for a contract of less than one."""
    return max(int(weeks_in(months)) * presence, presence)
