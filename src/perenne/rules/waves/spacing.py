"""When a wave leaves, how long one may take to answer, when a need is let go."""

from __future__ import annotations

from datetime import date, timedelta

from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.texts import PRACTICE
from perenne.rules.working_days import Territory, is_working_day, working_days_after

BETWEEN_WAVES = parameter(
    "waves.between", "La vague suivante part au bout de", 2, between=(1, 10), unit="jours ouvrés"
)
TO_ANSWER = parameter(
    "waves.to_answer",
    "Sans réponse, une sollicitation est tenue pour muette au bout de",
    5,
    between=(2, 20),
    unit="jours ouvrés",
)
PAST_ITS_DAY = parameter(
    "waves.past_its_day",
    "Un besoin qui n’est pas pourvu est laissé après son premier jour au bout de",
    21,
    between=(1, 90),
    unit="jours",
)


def is_wave_day(on: date, territory: Territory = Territory.METROPOLE) -> bool:
    """Nobody is asked on a day off."""
    return is_working_day(on, territory)


@cites(PRACTICE, says="Quand part la vague suivante ?", confidence=Confidence.VARIES)
def next_wave_on(
    last_on: date, *, territory: Territory = Territory.METROPOLE, practice: Practice = USUAL
) -> date:
    """A working day, so many after the last one: who was asked first has had time."""
    return working_days_after(last_on, practice.of(BETWEEN_WAVES), territory)


@cites(PRACTICE, says="Jusqu’à quand attend-on une réponse ?", confidence=Confidence.VARIES)
def answer_by(
    asked_on: date, *, territory: Territory = Territory.METROPOLE, practice: Practice = USUAL
) -> date:
    """The last day, included; silence is noted from the day after."""
    return working_days_after(asked_on, practice.of(TO_ANSWER), territory)


@cites(PRACTICE, says="Quand laisse-t-on passer un besoin ?", confidence=Confidence.VARIES)
def lapses_on(starts_on: date, ends_on: date, *, practice: Practice = USUAL) -> date:
    """Some days after its first one, and never after its last: hours not begun are not done."""
    return min(starts_on + timedelta(practice.of(PAST_ITS_DAY)), ends_on + timedelta(1))
