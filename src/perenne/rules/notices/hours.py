"""Quiet hours: reminders leave on working days, in the hours in which people work."""

from __future__ import annotations

from datetime import date as day_of
from datetime import datetime, time, timedelta

from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.texts import PRACTICE
from perenne.rules.working_days import Territory, is_working_day, working_day_at_or_after

FIRST_HOUR = parameter(
    "notices.first_hour", "Première heure des rappels", 8, between=(7, 10), unit="h"
)
LAST_HOUR = parameter(
    "notices.last_hour", "Les rappels ne partent plus à partir de", 18, between=(16, 20), unit="h"
)


@cites(PRACTICE, says="Un rappel peut-il partir à cette heure ?", confidence=Confidence.VARIES)
def may_leave(
    at: datetime, territory: Territory = Territory.METROPOLE, practice: Practice = USUAL
) -> bool:
    """`at` is the hour of the place."""
    open_now = practice.of(FIRST_HOUR) <= at.hour < practice.of(LAST_HOUR)
    return open_now and is_working_day(at.date(), territory)


@cites(PRACTICE, says="Quand un rappel partira-t-il au plus tôt ?", confidence=Confidence.VARIES)
def opens_at(
    at: datetime, territory: Territory = Territory.METROPOLE, practice: Practice = USUAL
) -> datetime:
    """That moment where it may, else the first hour of the next working day."""
    if may_leave(at, territory, practice):
        return at
    late = at.hour >= practice.of(LAST_HOUR)
    day = working_day_at_or_after(at.date() + timedelta(1 if late else 0), territory)
    return datetime.combine(day, time(practice.of(FIRST_HOUR)), tzinfo=at.tzinfo)


@cites(PRACTICE, says="Écrit-on ce jour à cette personne ?", confidence=Confidence.VARIES)
def is_day_for(
    day: day_of, *, weekly: bool = False, territory: Territory = Territory.METROPOLE
) -> bool:
    """Each working day, or the first one of the week."""
    if not is_working_day(day, territory):
        return False
    monday = day - timedelta(day.weekday())
    return not weekly or day == working_day_at_or_after(monday, territory)
