"""French public holidays and working days (Monday to Friday, holidays left out)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from perenne.rules.law import cites
from perenne.rules.texts import HOLIDAYS

_FIXED = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
_AFTER_EASTER = (1, 39, 50)  # Easter Monday, Ascension, Whit Monday
_SATURDAY = 5


@cites(HOLIDAYS)
def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus' algorithm)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - leap + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@cites(HOLIDAYS)
@cache
def holidays(year: int) -> frozenset[date]:
    """The eleven public holidays of metropolitan France, Alsace and Moselle aside."""
    fixed = {date(year, month, day) for month, day in _FIXED}
    return frozenset(fixed | {easter(year) + timedelta(days) for days in _AFTER_EASTER})


@cites(HOLIDAYS)
def is_working_day(day: date) -> bool:
    return day.weekday() < _SATURDAY and day not in holidays(day.year)


@cites(HOLIDAYS)
def working_days_after(day: date, count: int) -> date:
    """The day that comes so many working days later (the starting day is not counted)."""
    while count > 0 and day < date.max:
        day += timedelta(1)
        count -= is_working_day(day)
    return day


@cites(HOLIDAYS)
def working_day_at_or_before(day: date) -> date:
    while not is_working_day(day) and day > date.min:
        day -= timedelta(1)
    return day
