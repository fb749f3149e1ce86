"""A pathway on a line of months: the geometry alone; the table says the same in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from perenne.domain.hours.queries.persons import FAR, Job, PathwayCard
from perenne.values import Hours, Period, add_months, months_between

WIDTH, LEFT, RIGHT, TOP, BAR, COLUMNS = 400, 4, 396, 12, 16, 56
SHORTEST, LONGEST = 12, 48  # months shown
FULL = 151 * 60 + 40  # minutes of a month at 35 hours a week: a whole column


@dataclass(frozen=True, slots=True)
class Box:
    x: int
    y: int
    width: int
    height: int
    kind: str = ""
    """« planned », « gap », « right », else a contract or the hours of a month."""


@dataclass(frozen=True, slots=True)
class Drawing:
    boxes: tuple[Box, ...]
    today: int | None
    first: date
    last: date
    base: int
    height: int
    said: str
    width: int = WIDTH


@dataclass(frozen=True, slots=True)
class MonthRow:
    """What a month holds: who employs, the hours declared, whether nothing stands there.

    Months to come that are alike are one row, from `month` to `until`.
    """

    month: date
    until: date
    employers: tuple[str, ...]
    hours: Hours | None
    is_gap: bool
    is_to_come: bool


def shown_span(card: PathwayCard, on: date) -> Period:
    """From the first month of anything to the end of the right or of the window."""
    spans = [job.days for job in card.jobs]
    spans += [span for span in (card.right, card.window) if span]
    spans += [Period(one.month, add_months(one.month, 1)) for one in card.months]
    starts = [span.start for span in spans] or [on]
    ends = [span.end for span in spans if span.end < FAR] or [on]
    first = min(starts).replace(day=1)
    last = max(*ends, add_months(first, SHORTEST))
    last = add_months((last - timedelta(1)).replace(day=1), 1)
    return Period(first, min(last, add_months(first, LONGEST)))


def month_rows(card: PathwayCard, on: date) -> tuple[MonthRow, ...]:
    """In time, from the first month to the last one shown."""
    span = shown_span(card, on)
    hours = {one.month: one.hours for one in card.months}
    gaps = card.outlook.gaps if card.outlook else ()
    rows: list[MonthRow] = []
    for number in range(months_between(span.start, span.end)):
        month = add_months(span.start, number)
        days = Period(month, add_months(month, 1))
        here = tuple(dict.fromkeys(_told(job) for job in card.jobs if job.days.meets(days)))
        idle = not here and any(gap.meets(days) for gap in gaps)
        row = MonthRow(month, month, here, hours.get(month), idle, month > on)
        if rows and _alike(rows[-1], row):
            rows[-1] = replace(rows[-1], until=month)
        else:
            rows.append(row)
    return tuple(rows)


def _alike(one: MonthRow, other: MonthRow) -> bool:
    return one.is_to_come and replace(other, month=one.month, until=one.until) == one


def drawn(card: PathwayCard, on: date) -> Drawing | None:
    """None while there is nothing to draw."""
    if not card.jobs:
        return None
    span = shown_span(card, on)
    total = (span.end - span.start).days

    def across(day: date) -> int:
        held = min(max(day, span.start), span.end)
        return LEFT + (RIGHT - LEFT) * (held - span.start).days // total

    def box(days: Period, y: int, height: int, kind: str = "") -> Box:
        x = across(days.start)
        return Box(x, y, max(2, across(days.end) - x - 1), height, kind)

    base = TOP + BAR * len(card.jobs) + COLUMNS + 8
    boxes = [box(card.right, 4, 4, "right")] if card.right else []
    boxes += [
        box(job.days, TOP + BAR * row, BAR - 4, "planned" if job.is_planned else "")
        for row, job in enumerate(card.jobs)
    ]
    gaps = card.outlook.gaps if card.outlook else ()
    boxes += [box(gap, TOP, BAR * len(card.jobs) - 4, "gap") for gap in gaps]
    for one in card.months:
        tall = min(COLUMNS, max(2, COLUMNS * one.hours.minutes // FULL))
        boxes.append(box(Period(one.month, add_months(one.month, 1)), base - tall, tall))
    today = across(on) if on in span else None
    last = add_months(span.end, -1)
    return Drawing(tuple(boxes), today, span.start, last, base, base + 22, said(card))


def said(card: PathwayCard) -> str:
    """The drawing in a sentence, for who does not see it."""
    return " ".join(_sentences(card))


def _sentences(card: PathwayCard) -> Iterator[str]:
    many = len(card.jobs)
    yield f"{many} contrat{'s' * (many > 1)}, {card.total} déclarées."
    if card.clock:
        yield card.clock.sentence
    if card.outlook:
        yield card.outlook.sentence


def _told(job: Job) -> str:
    return f"{job.employer} (prévu)" if job.is_planned else job.employer
