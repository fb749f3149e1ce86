"""French public holidays, national (L3133-1) and local (L3134-13, L3422-2), year by year.

Mayotte also keeps holidays by usage (Miradj, Idi-el-Fitri, Idi-el-Kabir, Maoulid): their days
follow the moon and are announced each year, so they are not computed here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from perenne.rules.french import MONTHS
from perenne.rules.law import Confidence, Dated, Source, Table, cites
from perenne.rules.texts import (
    ABOLITION_DECREE,
    ABOLITION_ISLANDS_DECREE,
    ALSACE_HOLIDAYS,
    HOLIDAYS,
    OVERSEAS_HOLIDAYS,
    SAINT_MARTIN_CIRCULAR,
)
from perenne.rules.texts import (
    LOCAL_HOLIDAYS as LOCAL_HOLIDAYS_TEXT,
)
from perenne.rules.working_days.territories import Territory


@dataclass(frozen=True, slots=True)
class DayOfYear:
    month: int
    day: int

    def __str__(self) -> str:
        return f"{self.day} {MONTHS[self.month - 1]}"


_NATIONAL = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
_AFTER_EASTER = (1, 39, 50)  # Easter Monday, Ascension, Whit Monday
_GOOD_FRIDAY = -2

LOCAL_LAW_DAY = date(1892, 8, 16)
ABOLITION_DAY = date(1983, 11, 23)
ISLANDS_DAY = date(2012, 4, 26)
SAINT_MARTIN_DAY: Dated[DayOfYear | int] = Dated(
    {ISLANDS_DAY: DayOfYear(5, 27), date(2018, 5, 4): DayOfYear(5, 28)},
    SAINT_MARTIN_CIRCULAR,
    Confidence.VARIES,
    meaning="Commémoration de l’abolition de l’esclavage à Saint-Martin (le Code dit 27 mai)",
)


@dataclass(frozen=True, slots=True)
class LocalHoliday:
    """A holiday of some territories: a day of the year, by date, or so many days after Easter."""

    code: str
    label: str
    territories: frozenset[Territory]
    source: Source
    held: Dated[DayOfYear | int]
    confidence: Confidence = Confidence.SURE

    def in_year(self, year: int) -> frozenset[date]:
        """Its day that year: one, or none before the text that made it."""
        told = ((_in_year(year, value), value) for value in set(self.held.values.values()))
        return frozenset(day for day, value in told if _held(self.held, day) == value)


def _in_year(year: int, value: DayOfYear | int) -> date:
    if isinstance(value, DayOfYear):
        return date(year, value.month, value.day)
    return easter(year) + timedelta(value)


def _held(dated: Dated[DayOfYear | int], day: date) -> DayOfYear | int | None:
    return dated.on(day) if day >= min(dated.values) else None


def _abolition(
    territory: Territory, month: int, day: int, source: Source = ABOLITION_DECREE
) -> LocalHoliday:
    since = ABOLITION_DAY if source == ABOLITION_DECREE else ISLANDS_DAY
    return LocalHoliday(
        f"abolition_{territory}",
        f"Commémoration de l’abolition de l’esclavage, {territory.label}",
        frozenset({territory}),
        OVERSEAS_HOLIDAYS,
        Dated({since: DayOfYear(month, day)}, source),
    )


LOCAL_HOLIDAYS = Table(
    "local_holidays",
    "Jours fériés locaux",
    (
        LocalHoliday(
            "good_friday",
            "Vendredi saint, dans les communes ayant un temple protestant ou une église mixte",
            frozenset({Territory.ALSACE_MOSELLE_GOOD_FRIDAY}),
            LOCAL_HOLIDAYS_TEXT,
            Dated({LOCAL_LAW_DAY: _GOOD_FRIDAY}, ALSACE_HOLIDAYS),
        ),
        LocalHoliday(
            "saint_stephen",
            "Saint-Étienne, 26 décembre",
            frozenset({Territory.ALSACE_MOSELLE, Territory.ALSACE_MOSELLE_GOOD_FRIDAY}),
            LOCAL_HOLIDAYS_TEXT,
            Dated({LOCAL_LAW_DAY: DayOfYear(12, 26)}, ALSACE_HOLIDAYS),
        ),
        _abolition(Territory.MAYOTTE, 4, 27),
        _abolition(Territory.MARTINIQUE, 5, 22),
        _abolition(Territory.GUADELOUPE, 5, 27),
        _abolition(Territory.GUYANE, 6, 10),
        _abolition(Territory.REUNION, 12, 20),
        _abolition(Territory.SAINT_BARTHELEMY, 10, 9, ABOLITION_ISLANDS_DECREE),
        LocalHoliday(
            "abolition_saint_martin",
            "Commémoration de l’abolition de l’esclavage, Saint-Martin",
            frozenset({Territory.SAINT_MARTIN}),
            OVERSEAS_HOLIDAYS,
            SAINT_MARTIN_DAY,
            Confidence.VARIES,
        ),
    ),
)


@cites(
    HOLIDAYS,
    says="Quel jour tombe Pâques ?",
    confidence=Confidence.SURE,
)
def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus' algorithm)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - leap + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@cites(
    HOLIDAYS,
    LOCAL_HOLIDAYS_TEXT,
    OVERSEAS_HOLIDAYS,
    says="Quels jours sont fériés ?",
    confidence=Confidence.SURE,
)
@cache
def holidays(year: int, territory: Territory = Territory.METROPOLE) -> frozenset[date]:
    """The eleven public holidays of the nation, and those of the territory."""
    fixed = {date(year, month, day) for month, day in _NATIONAL}
    moving = {easter(year) + timedelta(days) for days in _AFTER_EASTER}
    local = (row.in_year(year) for row in LOCAL_HOLIDAYS if territory in row.territories)
    return frozenset(fixed | moving).union(*local)
