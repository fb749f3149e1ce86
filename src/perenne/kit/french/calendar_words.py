"""The words by which French people name moments of the year."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from perenne.kit.french.readings import Precision
from perenne.values import add_months

MONTH_NAMES = {
    "janvier": 1, "janv": 1, "jan": 1, "fevrier": 2, "fevr": 2, "fev": 2, "mars": 3, "mar": 3,
    "avril": 4, "avr": 4, "mai": 5, "juin": 6, "juillet": 7, "juil": 7, "aout": 8,
    "septembre": 9, "sept": 9, "sep": 9, "octobre": 10, "oct": 10, "novembre": 11, "nov": 11,
    "decembre": 12, "dec": 12,
}  # fmt: skip
RANKS = {"1": 1, "2": 2, "3": 3, "4": 4, "premier": 1, "deuxieme": 2, "second": 2, "troisieme": 3}
RANKS |= {"quatrieme": 4, "dernier": 0}
SEASONS = {
    "printemps": ((3, 20), (6, 20)),
    "ete": ((6, 21), (9, 22)),
    "automne": ((9, 23), (12, 20)),
    "hiver": ((1, 1), (3, 19)),
}
MONTH = "|".join(sorted(MONTH_NAMES, key=len, reverse=True))
RANK = "|".join(RANKS)
YEAR = r"(?:20[0-9]{2}|19[0-9]{2})"
AND_YEAR = rf"(?:[ ./'-]*({YEAR}|[2-5][0-9])(?![0-9/]))?"
ORDINAL = r"(?:er|ere|e|eme|nd|nde)?"


@dataclass(frozen=True, slots=True)
class Point:
    """A stretch of days whose year may be missing (None): it can be told later."""

    year: int | None
    precision: Precision
    days: Callable[[int], tuple[date, date]]
    hypotheses: tuple[str, ...] = ()


Shape: TypeAlias = tuple[re.Pattern[str], Callable[[re.Match[str]], Point]]


def year_of(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if len(text) == 4 else 2000 + int(text)


def months(first: int, count: int) -> Callable[[int], tuple[date, date]]:
    """From the first day of a month to the last day of another."""

    def days(year: int) -> tuple[date, date]:
        start = date(year, first, 1)
        return start, add_months(start, count) - timedelta(days=1)

    return days


def one_day(month: int, day: int) -> Callable[[int], tuple[date, date]]:
    def days(year: int) -> tuple[date, date]:
        return date(year, month, day), date(year, month, day)

    return days


def full_date(year: str, month: str, day: str) -> Point:
    """Day and month swapped when only that makes a date."""
    if int(month) > 12 >= int(day):
        swapped = f"Le mois et le jour ont été intervertis : {month}/{day}."
        return Point(year_of(year), Precision.DAY, one_day(int(day), int(month)), (swapped,))
    return Point(year_of(year), Precision.DAY, one_day(int(month), int(day)))


def month_point(month: int, year: str | None) -> Point:
    return Point(year_of(year), Precision.MONTH, months(month, 1))


def named_day(found: re.Match[str]) -> Point:
    return Point(year_of(found[3]), Precision.DAY, one_day(MONTH_NAMES[found[2]], int(found[1])))


def rank_point(rank: str, year: str | None, of: int) -> Point:
    """A quarter (of 4) or a semester (of 2); « dernier » is the last one."""
    number = RANKS[rank] or of
    count = 12 // of
    precision = Precision.QUARTER if of == 4 else Precision.SEMESTER
    return Point(year_of(year), precision, months((number - 1) * count + 1, count))


def season_point(found: re.Match[str]) -> Point:
    (first_month, first_day), (last_month, last_day) = SEASONS[found[1]]

    def days(year: int) -> tuple[date, date]:
        return date(year, first_month, first_day), date(year, last_month, last_day)

    assumed = f"« {found[1].replace('ete', 'été')} » a été lu du {first_day:02d}/{first_month:02d} "
    return Point(
        year_of(found[2]),
        Precision.SEASON,
        days,
        (f"{assumed}au {last_day:02d}/{last_month:02d}.",),
    )


def winter_point(first_year: str) -> Point:
    """« hiver 2026-2027 » begins in December of the first year."""

    def days(year: int) -> tuple[date, date]:
        return date(year, 12, 21), date(year + 1, 3, 19)

    return Point(int(first_year), Precision.SEASON, days)


def week_point(week: str, year: str | None) -> Point:
    def days(in_year: int) -> tuple[date, date]:
        monday = date.fromisocalendar(in_year, int(week), 1)
        return monday, monday + timedelta(days=6)

    return Point(year_of(year), Precision.DAY, days, (f"Lu comme la semaine {int(week)}.",))


def serial_point(found: re.Match[str]) -> Point:
    """The number by which a spreadsheet keeps a day: 46054 is 1 February 2026."""
    day = date(1899, 12, 30) + timedelta(days=int(found[1]))
    assumed = f"{found[1]} a été lu comme une date de tableur : {day:%d/%m/%Y}."
    return Point(day.year, Precision.DAY, one_day(day.month, day.day), (assumed,))


def compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9])(?:{pattern})(?![a-z0-9])")


SHAPES: tuple[Shape, ...] = (
    (
        compiled(rf"({YEAR})[-/.]([0-9]{{1,2}})[-/.]([0-9]{{1,2}})"),
        lambda found: full_date(found[1], found[2], found[3]),
    ),
    (
        compiled(rf"([0-9]{{1,2}})[-/. ]([0-9]{{1,2}})[-/. ]({YEAR}|[0-9]{{2}})"),
        lambda found: full_date(found[3], found[2], found[1]),
    ),
    (compiled(rf"({YEAR})[-/.](0?[1-9]|1[0-2])"), lambda f: month_point(int(f[2]), f[1])),
    (compiled(rf"(0?[1-9]|1[0-2])[-/.]({YEAR})"), lambda f: month_point(int(f[1]), f[2])),
    (compiled(r"(0?[1-9]|1[0-2])[-/.](1[3-9]|[2-5][0-9])"), lambda f: month_point(int(f[1]), f[2])),
    (compiled(rf"([0-9]{{1,2}})(?:er)? ?-?({MONTH})\.?{AND_YEAR}"), named_day),
    (compiled(rf"({MONTH})\.?{AND_YEAR}"), lambda f: month_point(MONTH_NAMES[f[1]], f[2])),
    (compiled(rf"({YEAR})[ -]?[tq]([1-4])"), lambda f: rank_point(f[2], f[1], 4)),
    (compiled(rf"[tq] ?([1-4]){AND_YEAR}"), lambda f: rank_point(f[1], f[2], 4)),
    (compiled(rf"([1-4]){ORDINAL} ?t(?:rim)?\.?{AND_YEAR}"), lambda f: rank_point(f[1], f[2], 4)),
    (
        compiled(rf"({RANK}){ORDINAL} ?(?:trimestre|trim\.?)(?: de)?{AND_YEAR}"),
        lambda found: rank_point(found[1], found[2], 4),
    ),
    (compiled(rf"trim(?:estre)?\.? ?([1-4]){AND_YEAR}"), lambda f: rank_point(f[1], f[2], 4)),
    (compiled(rf"({YEAR})[ -]?s([12])"), lambda f: rank_point(f[2], f[1], 2)),
    (compiled(rf"s ?([12]){AND_YEAR}"), lambda f: rank_point(f[1], f[2], 2)),
    (compiled(rf"([12]){ORDINAL} ?s(?:em)?\.?{AND_YEAR}"), lambda f: rank_point(f[1], f[2], 2)),
    (
        compiled(rf"(1|2|premier|deuxieme|second|dernier){ORDINAL} ?semestre(?: de)?{AND_YEAR}"),
        lambda found: rank_point(found[1], found[2], 2),
    ),
    (compiled(rf"semestre ?([12]){AND_YEAR}"), lambda f: rank_point(f[1], f[2], 2)),
    (
        compiled(rf"(?:semaine ?|sem\.? ?|s)([1-4]?[0-9]|5[0-3]){AND_YEAR}"),
        lambda found: week_point(found[1], found[2]),
    ),
    (compiled(rf"hiver ({YEAR}) ?[-/] ?({YEAR}|[2-5][0-9])"), lambda f: winter_point(f[1])),
    (compiled(rf"({'|'.join(SEASONS)}){AND_YEAR}"), season_point),
    (compiled(rf"(?:la )?rentree{AND_YEAR}"), lambda found: month_point(9, found[1])),
    (compiled(rf"({YEAR})"), lambda f: Point(int(f[1]), Precision.YEAR, months(1, 12))),
    (compiled(r"(3[6-9][0-9]{3}|[4-6][0-9]{4})"), serial_point),
)
