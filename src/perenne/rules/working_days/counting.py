"""Working days: Monday to Friday, the holidays of the territory left out (CCAG 3.2)."""

from __future__ import annotations

from datetime import date, timedelta

from perenne.rules.law import Confidence, cites
from perenne.rules.texts import CCAG_PERIODS, HOLIDAYS
from perenne.rules.working_days.holidays import holidays
from perenne.rules.working_days.territories import Territory

_SATURDAY = 5
_NATIONAL = Territory.METROPOLE


@cites(
    HOLIDAYS,
    says="Ce jour est-il ouvré ?",
    confidence=Confidence.SURE,
)
def is_working_day(day: date, territory: Territory = _NATIONAL) -> bool:
    return day.weekday() < _SATURDAY and day not in holidays(day.year, territory)


@cites(
    HOLIDAYS,
    CCAG_PERIODS,
    says="Quel jour vient tant de jours ouvrés plus tard ?",
    confidence=Confidence.SURE,
)
def working_days_after(day: date, count: int, territory: Territory = _NATIONAL) -> date:
    """The day that comes so many working days later (the starting day is not counted)."""
    while count > 0 and day < date.max:
        day += timedelta(1)
        count -= is_working_day(day, territory)
    return day


@cites(
    HOLIDAYS,
    CCAG_PERIODS,
    says="Combien de jours ouvrés y a-t-il entre deux jours ?",
    confidence=Confidence.SURE,
)
def working_days_between(day: date, later: date, territory: Territory = _NATIONAL) -> int:
    """Working days after `day`, up to `later` included; 0 when `later` is not later."""
    days = range(day.toordinal() + 1, later.toordinal() + 1)
    return sum(is_working_day(date.fromordinal(ordinal), territory) for ordinal in days)


@cites(
    HOLIDAYS,
    says="Quel est le dernier jour ouvré, ce jour-là ou avant ?",
    confidence=Confidence.SURE,
)
def working_day_at_or_before(day: date, territory: Territory = _NATIONAL) -> date:
    while not is_working_day(day, territory) and day > date.min:
        day -= timedelta(1)
    return day


@cites(
    HOLIDAYS,
    CCAG_PERIODS,
    says="Quel est le premier jour ouvré, ce jour-là ou après ?",
    confidence=Confidence.LIKELY,
)
def working_day_at_or_after(day: date, territory: Territory = _NATIONAL) -> date:
    """Where a delay that ends on a day off is carried.

    The text says « premier jour ouvrable ». A Saturday, on which no delay may end, is not taken
    for one: the reading most favourable to who must act. The last day of the calendar is worked.
    """
    while not is_working_day(day, territory):
        day += timedelta(1)
    return day
