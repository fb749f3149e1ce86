"""How often the same thing is said again: at once, near its day, then each week, and not for ever.

Bursts are what people complain of most: nothing is repeated within a few days, nothing far away is
spoken of each week, and after a number of times a person takes over from the machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from perenne.rules.deadlines.statements import RECALLED_BEFORE
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.texts import PRACTICE
from perenne.rules.urgency import SOON_DAYS
from perenne.rules.working_days import (
    Territory,
    working_day_at_or_after,
    working_day_at_or_before,
)

SPACING_DAYS = parameter(
    "notices.spacing_days", "Un rappel se répète au bout de", 7, between=(3, 30), unit="jours"
)
LEAST_DAYS = parameter(
    "notices.least_days",
    "Le même rappel ne revient jamais avant",
    3,
    between=(2, 7),
    unit="jours",
)
MOST_TIMES = parameter(
    "notices.most_times",
    "Nombre de rappels d’une même chose avant qu’une personne prenne le relais",
    4,
    between=(1, 10),
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A thing that waits since `seen_on`, to be done by `due_on`; told `times`, last on `told_on`.

    ValueError when it was told without a day, or a day without being told.
    """

    seen_on: date
    due_on: date | None = None
    told_on: date | None = None
    times: int = 0

    def __post_init__(self) -> None:
        if (self.told_on is None) != (self.times == 0):
            raise ValueError("what was told has a day, what was not has none")

    def once_told(self, on: date) -> Waiting:
        """The same, after one more time."""
        return Waiting(self.seen_on, self.due_on, on, self.times + 1)


@cites(PRACTICE, says="Une personne prend-elle le relais ?", confidence=Confidence.VARIES)
def is_given_up(waiting: Waiting, *, practice: Practice = USUAL) -> bool:
    """It was said often enough: the machine keeps silent."""
    return waiting.times >= practice.of(MOST_TIMES)


@cites(PRACTICE, says="Quel jour rappeler ce qui attend ?", confidence=Confidence.VARIES)
def tell_on(
    waiting: Waiting,
    *,
    territory: Territory = Territory.METROPOLE,
    practice: Practice = USUAL,
) -> date | None:
    """A working day; None once it is given up. What a day missed is told on the next one."""
    told = waiting.told_on
    if told is None:
        return working_day_at_or_after(waiting.seen_on, territory)
    if is_given_up(waiting, practice=practice):
        return None
    again = told + timedelta(practice.of(SPACING_DAYS))
    days = [again]
    if waiting.due_on is not None:
        days = [max(again, waiting.due_on - timedelta(practice.of(SOON_DAYS)))]
        days += _landmarks(waiting.due_on, told, territory, practice)
    next_day = max(min(days), told + timedelta(practice.of(LEAST_DAYS)))
    return working_day_at_or_after(next_day, territory)


@cites(
    PRACTICE,
    says="Un rappel qui part aujourd’hui parle-t-il aussi de ce qui viendrait demain ?",
    confidence=Confidence.VARIES,
)
def may_join(waiting: Waiting, day: date, *, practice: Practice = USUAL) -> bool:
    """Whether it is told with others some days before its own: one mail rather than two."""
    least = timedelta(practice.of(LEAST_DAYS))
    own = tell_on(waiting, practice=practice)
    if own is None or waiting.seen_on > day or own > day + least:
        return False
    return waiting.told_on is None or waiting.told_on + least <= day


def _landmarks(due_on: date, told: date, territory: Territory, practice: Practice) -> list[date]:
    """A few days before it, and the day after: those that no telling has passed."""
    early = due_on - timedelta(practice.of(RECALLED_BEFORE))
    landmarks = (working_day_at_or_before(early, territory), due_on + timedelta(1))
    return [day for day in landmarks if told < day]
