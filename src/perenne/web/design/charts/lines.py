"""Values along the days: an expected curve, a realised one, a band of what may come, alerts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from perenne.rules.french import MONTHS, in_full, typeset
from perenne.web.design.charts.chart import (
    MARGIN,
    NO_FIGURE,
    WIDTH,
    Chart,
    Key,
    Mark,
    Name,
    Path,
    Rule,
    Stroke,
    Text,
    Tone,
    Wording,
    never_negative,
    nothing_to_draw,
    placed,
    scale,
)

TOP, FLOOR, HEIGHT = 40, 286, 320
FOOT, INSIDE = HEIGHT - 6, 8
LENGTH, RISE = WIDTH - 2 * MARGIN, FLOOR - TOP
MANY_MONTHS = 30
"""Beyond, only the years are marked on the axis."""


@dataclass(frozen=True, slots=True)
class Series:
    """A line: days in order, with a value each."""

    label: str
    points: tuple[tuple[date, int], ...]
    tone: Tone = Tone.GREEN
    stroke: Stroke = Stroke.SOLID


@dataclass(frozen=True, slots=True)
class Band:
    """Between the least and the most that may be, day after day."""

    label: str
    points: tuple[tuple[date, int, int], ...]
    tone: Tone = Tone.OCHRE


class Level(StrEnum):
    """How loud a marker is."""

    WARNING = "triangle"
    ALARM = "diamond"


@dataclass(frozen=True, slots=True)
class Marker:
    """Something that happened one day: an alert, a decision."""

    on: date
    value: int
    label: str
    level: Level = Level.WARNING


@dataclass(frozen=True, slots=True)
class Frame:
    """From days and values to places in the drawing."""

    first: date
    last: date
    most: int

    def x(self, day: date) -> int:
        return MARGIN + placed((day - self.first).days, (self.last - self.first).days, LENGTH)

    def y(self, value: int) -> int:
        return FLOOR - placed(value, self.most, RISE)


def line_chart(
    wording: Wording,
    series: Sequence[Series],
    *,
    band: Band | None = None,
    markers: Sequence[Marker] = (),
    today: date | None = None,
) -> Chart:
    """ValueError when the days of a line are not in order, or when a value is negative."""
    days = sorted({day for day, _ in _values(series, band, markers)})
    values = [value for _, value in _values(series, band, markers)]
    never_negative(values)
    if any(list(it.points) != sorted(it.points, key=lambda point: point[0]) for it in series):
        raise ValueError("the days of a line come in order")
    if len(days) < 2:
        return nothing_to_draw(wording)
    frame = Frame(days[0], days[-1], scale(values, wording.unit))
    seen = today if today is not None and frame.first <= today <= frame.last else None
    return Chart(
        id=wording.id,
        title=wording.title,
        says=wording.says or _said(wording, series),
        height=HEIGHT,
        columns=_columns(series, band, markers),
        rows=tuple(_row(day, wording, series, band, markers) for day in days),
        rules=tuple(_rules(frame, seen)),
        paths=(*_area(frame, band), *(_line(frame, it) for it in series if it.points)),
        marks=tuple(_mark(frame, it) for it in markers),
        texts=tuple(_texts(frame, wording)),
        legend=tuple(_legend(series, band, markers, seen)),
    )


def _values(
    series: Sequence[Series], band: Band | None, markers: Sequence[Marker]
) -> Iterator[tuple[date, int]]:
    for one in series:
        yield from one.points
    for day, least, most in band.points if band else ():
        yield from ((day, least), (day, most))
    yield from ((it.on, it.value) for it in markers)


def _line(frame: Frame, series: Series) -> Path:
    points = tuple((frame.x(day), frame.y(value)) for day, value in series.points)
    return Path(points, series.tone, series.stroke)


def _area(frame: Frame, band: Band | None) -> Iterator[Path]:
    if band and band.points:
        low = [(frame.x(day), frame.y(least)) for day, least, _ in band.points]
        high = [(frame.x(day), frame.y(most)) for day, _, most in reversed(band.points)]
        yield Path((*low, *high), band.tone, closed=True)


def _mark(frame: Frame, marker: Marker) -> Mark:
    x = min(max(frame.x(marker.on), MARGIN + INSIDE), WIDTH - MARGIN - INSIDE)
    return Mark(x, frame.y(marker.value), Key(marker.level.value), _tone(marker.level))


def _tone(level: Level) -> Tone:
    return Tone.ERROR if level is Level.ALARM else Tone.OCHRE


def _rules(frame: Frame, today: date | None) -> Iterator[Rule]:
    for y in (TOP, (TOP + FLOOR) // 2):
        yield Rule(MARGIN, y, WIDTH - MARGIN, y)
    yield Rule(MARGIN, FLOOR, WIDTH - MARGIN, FLOOR, is_strong=True)
    for x in _ticks(frame):
        yield Rule(x, FLOOR, x, FLOOR + 5, is_strong=True)
    if today is not None:
        x = frame.x(today)
        yield Rule(x, TOP, x, FLOOR, Stroke.DOTTED, is_strong=True)


def _ticks(frame: Frame) -> Iterator[int]:
    """The first of each month, or of each year of a long stretch."""
    months = [
        date(frame.first.year + count // 12, count % 12 + 1, 1)
        for count in range((frame.last.year - frame.first.year + 1) * 12)
    ]
    inside = [day for day in months if frame.first <= day <= frame.last]
    if len(inside) > MANY_MONTHS:
        inside = [day for day in inside if day.month == 1]
    yield from map(frame.x, inside)


def _texts(frame: Frame, wording: Wording) -> Iterator[Text]:
    yield Text(MARGIN, TOP - 7, wording.write(frame.most))
    if frame.most % (2 * wording.unit) == 0:
        yield Text(MARGIN, (TOP + FLOOR) // 2 - 7, wording.write(frame.most // 2))
    yield Text(MARGIN, FOOT, _month(frame.first))
    yield Text(WIDTH - MARGIN, FOOT, _month(frame.last), "end")


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _legend(
    series: Sequence[Series], band: Band | None, markers: Sequence[Marker], today: date | None
) -> Iterator[Name]:
    for one in series:
        yield Name(one.label, Key.LINE, one.tone, one.stroke)
    if band:
        yield Name(band.label, Key.AREA, band.tone)
    if today is not None:
        yield Name(typeset(f"Aujourd'hui, {in_full(today)}"), Key.DAY, Tone.GREY, Stroke.DOTTED)
    for level in Level:
        told = dict.fromkeys(it.label for it in markers if it.level is level)
        if told:
            yield Name(" ; ".join(told), Key(level.value), _tone(level))


def _columns(
    series: Sequence[Series], band: Band | None, markers: Sequence[Marker]
) -> tuple[str, ...]:
    told = ("Date", *(it.label for it in series))
    if band:
        told += (f"{band.label}, au moins", f"{band.label}, au plus")
    return (*told, "À noter") if markers else told


def _row(
    day: date,
    wording: Wording,
    series: Sequence[Series],
    band: Band | None,
    markers: Sequence[Marker],
) -> tuple[str, ...]:
    cells = [in_full(day)]
    for one in series:
        value = dict(one.points).get(day)
        cells.append(NO_FIGURE if value is None else wording.write(value))
    if band:
        ends = {it[0]: it[1:] for it in band.points}.get(day)
        cells.extend(map(wording.write, ends) if ends else (NO_FIGURE, NO_FIGURE))
    if markers:
        cells.append(" ; ".join(it.label for it in markers if it.on == day) or NO_FIGURE)
    return tuple(cells)


def _said(wording: Wording, series: Sequence[Series]) -> str:
    """« Réalisé : de 0 h à 610 h. Attendu : de 0 h à 833 h. »."""
    return typeset(
        " ".join(
            f"{it.label} : de {wording.write(it.points[0][1])} (le {in_full(it.points[0][0])}) "
            f"à {wording.write(it.points[-1][1])} (le {in_full(it.points[-1][0])})."
            for it in series
            if it.points
        )
    )
