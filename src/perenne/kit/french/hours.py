"""Hours as timesheets write them: 7,5 · 7:30 · 7h30 · 450 min · what Excel keeps of a duration."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from perenne.kit.french.plain import LONGEST, plain, quoted

SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f']+")
CLOCK = re.compile(r"(-?)([0-9]{1,4})(?:h|hr|hrs|heures?|:)(?:([0-5]?[0-9])(?:min|mn|m|:00)?)?")
MINUTES = re.compile(r"(-?[0-9]{1,6})(?:minutes?|mins?|mn)")
NUMBER = re.compile(r"-?(?:[0-9]{1,7}(?:\.[0-9]{1,30})?|\.[0-9]{1,30})")
WITH_HOURS = re.compile(r"(?:h|hrs?|heures?)$")
OF_EXCEL = re.compile(r"([0-9]{2})/([0-9]{2})/(1899|1900) ?(?:([0-9]{2}):([0-9]{2}))?")
BEFORE_EXCEL = date(1899, 12, 31)
ABSENCES = frozenset(
    {"a", "abs", "absence", "absent", "am", "at", "mal", "maladie", "arret", "cp", "conge"}
    | {"conges", "css", "ce", "rtt", "rc", "repos", "r", "f", "jf", "ferie", "we", "np", "nt"}
    | {"off", "intemperies", "neant", "rien", "aucun", "aucune"}
)
"""What stands in the box of a day that was not worked."""
SAYS = re.compile(r"[a-z0-9]")
FRACTION = re.compile(r"0[,.][0-9]+")
NEARLY = Decimal("0.0001")


class HourUnit(StrEnum):
    """What a bare number of the column counts."""

    HOURS = "hours"
    MINUTES = "minutes"
    DAYS = "days"

    @property
    def label(self) -> str:
        return {
            HourUnit.HOURS: "Des heures (7,5 ou 7h30)",
            HourUnit.MINUTES: "Des minutes (450)",
            HourUnit.DAYS: "Des durées Excel (0,3125 pour 7h30)",
        }[self]


FACTORS = {HourUnit.HOURS: 60, HourUnit.MINUTES: 1, HourUnit.DAYS: 1_440}


@dataclass(frozen=True, slots=True)
class HoursReading:
    """`minutes`: None when it was not understood, and `question` says so; 0: nothing worked."""

    raw: str
    minutes: int | None = None
    question: str = ""


def read_hours(text: str, unit: HourUnit = HourUnit.HOURS) -> HoursReading:
    """Never raises. Rounded half up to the minute; what is negative is a question."""
    words = plain(text[:LONGEST])
    if not SAYS.search(words) or words.strip(". ") in ABSENCES:
        return HoursReading(text, 0)
    minutes = _minutes(SPACES.sub("", words), words, unit)
    if minutes is None:
        return HoursReading(text, None, f"{quoted(text)} n’est pas une durée, écrivez 7,5 ou 7h30")
    if minutes < 0:
        return HoursReading(text, None, f"{quoted(text)} est négatif, écrivez la durée travaillée")
    return HoursReading(text, minutes)


def _minutes(bare: str, words: str, unit: HourUnit) -> int | None:
    if found := CLOCK.fullmatch(bare):
        total = int(found[2]) * 60 + int(found[3] or 0)
        return -total if found[1] else total
    if found := MINUTES.fullmatch(bare):
        return int(found[1])
    if found := OF_EXCEL.fullmatch(words):
        return _of_excel(found)
    factor = 60 if WITH_HOURS.search(bare) else FACTORS[unit]
    figure = _decimal_point(WITH_HOURS.sub("", bare))
    if not NUMBER.fullmatch(figure):
        return None
    return int((Decimal(figure) * factor).to_integral_value(ROUND_HALF_UP))


def _decimal_point(bare: str) -> str:
    """Of two signs, the last one separates: no month has twelve thousand hours."""
    if "," in bare and "." in bare:
        bare = bare.replace("," if bare.rfind(".") > bare.rfind(",") else ".", "")
    return bare.replace(",", ".")


def _of_excel(found: re.Match[str]) -> int | None:
    """A duration of more than a day, shown by a spreadsheet as a day of January 1900."""
    try:
        days = (date(int(found[3]), int(found[2]), int(found[1])) - BEFORE_EXCEL).days
    except ValueError:
        return None
    return days * 1_440 + int(found[4] or 0) * 60 + int(found[5] or 0)


def unit_of(heading: str, samples: Sequence[str]) -> HourUnit:
    """What the heading says, else what the cells show; hours when in doubt.

    Parts of a day, when each of them is a whole number of minutes of a day, and one at least is
    no whole number of minutes of an hour.
    """
    words = plain(heading).split()
    if {"minutes", "minute", "min", "mn", "(min)", "(mn)", "(minutes)"} & set(words):
        return HourUnit.MINUTES
    worked = [text for text in samples if (read_hours(text).minutes or 0) > 0]
    if not worked or not all(FRACTION.fullmatch(text) for text in worked):
        return HourUnit.HOURS
    figures = [Decimal(_decimal_point(text)) for text in worked]
    of_days = all(_is_whole(figure * 1_440) for figure in figures)
    of_hours = all(_is_whole(figure * 60) for figure in figures)
    return HourUnit.DAYS if of_days and not of_hours else HourUnit.HOURS


def _is_whole(minutes: Decimal) -> bool:
    return abs(minutes - round(minutes)) < NEARLY
