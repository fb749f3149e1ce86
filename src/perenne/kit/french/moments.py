"""When: days, months, quarters, semesters and seasons as buyers type them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from perenne.kit.french.calendar_words import SHAPES, Point
from perenne.kit.french.plain import LONGEST, plain, quoted, says_nothing
from perenne.kit.french.readings import MomentReading, Precision
from perenne.values import add_months, months_between

PART = re.compile(
    r"(?:au |en |des )?(?<![a-z])(debut|courant|mi|milieu|fin)(?![a-z])(?: (?:de|du|d'))?[ -]*$"
)
UNTIL = re.compile(
    r"(?<![a-z])(avant(?: la)? fin|avant|au plus tard|jusqu'a[ux]?|d'ici)(?: le| la| fin)?[ :]*$"
)
SINCE = re.compile(
    r"(?<![a-z])(?:a partir d[eu]|des|apres|a compter d[eu]|depuis)(?: le| la)?[ :]*$"
)
TIME = re.compile(r"[ t][0-9]{1,2}(?:[:h][0-9]{2})(?::[0-9]{2})?$")
WHEN = "Quand aura lieu cet achat (mois et année) ?"
MOST_POINTS = 3
FINER = {
    Precision.YEAR: Precision.QUARTER,
    Precision.SEMESTER: Precision.MONTH,
    Precision.QUARTER: Precision.MONTH,
}


def read_moment(text: str, *, default_year: int | None = None) -> MomentReading:
    """Never raises. `default_year` serves when the text names none; a hypothesis says so."""
    words = TIME.sub("", plain(text[:LONGEST]))
    if says_nothing(words):
        return MomentReading(text, question=WHEN)
    points = list(find_points(words))
    if not 0 < len(points) < MOST_POINTS:
        return unreadable(text)
    try:
        return compose(text, words, points, default_year)
    except (ValueError, OverflowError):
        return unreadable(text)


def unreadable(text: str) -> MomentReading:
    return MomentReading(text, question=f"La date {quoted(text)} n’a pas été comprise. {WHEN}")


def find_points(words: str) -> Iterator[tuple[int, Point]]:
    """Every moment named, from left to right, each with its place in the text."""
    at = 0
    while at < len(words):
        matches = [(found, make) for shape, make in SHAPES if (found := shape.search(words, at))]
        if not matches:
            return
        found, make = min(matches, key=lambda match: match[0].start())
        yield found.start(), make(found)
        at = found.end()


def compose(
    text: str, words: str, points: list[tuple[int, Point]], default_year: int | None
) -> MomentReading:
    """« mars à juin 2027 »: the year of the last one serves for the first."""
    (place, first), (_, last) = points[0], points[-1]
    written = first.year or last.year
    year = written or default_year
    if year is None:
        return MomentReading(
            text, precision=first.precision, question=f"{quoted(text)} : de quelle année ?"
        )
    hypotheses = list(dict.fromkeys(first.hypotheses + last.hypotheses))
    if written is None:
        hypotheses.append(f"L’année {year} a été supposée.")
    start, end = first.days(first.year or year)
    reading = MomentReading(text, start, end, first.precision)
    if len(points) > 1:
        _, end = last.days(last.year or year)
        return ordered(replace(reading, end=end, hypotheses=tuple(hypotheses)))
    return shaded(replace(reading, hypotheses=tuple(hypotheses)), (start, end), words[:place])


def ordered(reading: MomentReading) -> MomentReading:
    if reading.start and reading.end and reading.start > reading.end:
        return replace(
            reading,
            start=reading.end,
            end=reading.start,
            question=f"{quoted(reading.raw)} : la fin précède le début. {WHEN}",
        )
    return reading


def shaded(reading: MomentReading, days: tuple[date, date], before: str) -> MomentReading:
    """« début », « mi » and « fin » keep a third; « avant » and « à partir de » open one end."""
    until = UNTIL.search(before)
    if until:
        return up_to(reading, days, until[1])
    part = PART.search(before)
    if part and reading.precision is not Precision.DAY:
        return in_part(reading, days, part[1])
    if SINCE.search(before):
        assumed = f"Lu comme une date au plus tôt : {days[0]:%d/%m/%Y}."
        return replace(reading, end=None, hypotheses=(*reading.hypotheses, assumed))
    return reading


def up_to(reading: MomentReading, days: tuple[date, date], word: str) -> MomentReading:
    """« avant juin » stops at the end of May; « avant fin juin », « d’ici juin » include June."""
    excluded = word == "avant" and reading.precision is not Precision.DAY
    latest = days[0] - timedelta(days=1) if excluded else days[1]
    assumed = f"Lu comme une date au plus tard : {latest:%d/%m/%Y}."
    return replace(reading, start=None, end=latest, hypotheses=(*reading.hypotheses, assumed))


def in_part(reading: MomentReading, days: tuple[date, date], part: str) -> MomentReading:
    if part == "courant":
        return reading
    start, end = slice_of(*days, part)
    assumed = f"{quoted(reading.raw)} a été lu du {start:%d/%m/%Y} au {end:%d/%m/%Y}."
    return replace(
        reading,
        start=start,
        end=end,
        precision=FINER.get(reading.precision or Precision.MONTH, reading.precision),
        hypotheses=(*reading.hypotheses, assumed),
    )


def slice_of(start: date, end: date, part: str) -> tuple[date, date]:
    """A quarter of a year, a third of anything else; whole months when there are several."""
    count = months_between(start, end + timedelta(days=1))
    if count < 3 or start.day != 1:
        return days_of(start, end, part)
    length = 3 if count == 12 else count // 3
    first = {"debut": 0, "fin": count - length}.get(part, (count - length) // 2)
    opening = add_months(start, first)
    return opening, add_months(opening, length) - timedelta(days=1)


def days_of(start: date, end: date, part: str) -> tuple[date, date]:
    days = (end - start).days + 1
    length = days // 3
    first = {"debut": 0, "fin": days - length}.get(part, (days - length) // 2)
    opening = start + timedelta(days=first)
    return opening, opening + timedelta(days=length - 1)
