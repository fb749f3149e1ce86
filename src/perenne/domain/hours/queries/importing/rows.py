"""Each row of a timesheet: whose hours, of which days or month, or what is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from perenne.domain.hours.queries.importing.columns import HourColumn, Layout
from perenne.domain.hours.queries.importing.facts import Entry, Fate, Row, Said
from perenne.domain.hours.queries.importing.moments import day_in, month_in
from perenne.kit.french.hours import HourUnit, read_hours
from perenne.kit.french.plain import quoted
from perenne.kit.sheets import Sheet
from perenne.rules.hours import HOUR_KINDS, HourKind
from perenne.values import fold

WHO_SAYS = (
    HourColumn.LAST_NAME,
    HourColumn.FIRST_NAME,
    HourColumn.NAME,
    HourColumn.BORN_ON,
    HourColumn.CODE,
    HourColumn.NUMBER,
)
TOTAL = re.compile(r"(?:sous )?(?:total|totaux)\b")
ALIASES = {
    "": HourKind.WORK, "travail": HourKind.WORK, "normal": HourKind.WORK,
    "normales": HourKind.WORK, "heures normales": HourKind.WORK, "hn": HourKind.WORK,
    "heures travaillees": HourKind.WORK, "production": HourKind.WORK,
    "hs": HourKind.OVERTIME, "heures sup": HourKind.OVERTIME, "heures supp": HourKind.OVERTIME,
    "formation": HourKind.EXTERNAL_TRAINING, "accompagnement": HourKind.SOCIAL_SUPPORT,
}  # fmt: skip
KINDS = ALIASES | {
    name: kind for kind in HourKind for name in (fold(kind.value), fold(HOUR_KINDS[kind].label))
}


class Wrong(Exception):  # noqa: N818 - what is wrong in a box, said of its row
    pass


def rows_of(sheet: Sheet, layout: Layout) -> Iterator[Row]:
    """One for each row of the tab, in order. Never raises."""
    seen: dict[tuple[str, ...], int] = {}
    for number, cells in enumerate(sheet.rows, start=1):
        row = _row(layout, number, cells)
        first = seen.setdefault(cells, number) if row.fate is Fate.TAKEN else number
        yield (
            row
            if first == number
            else row.refused(f"identique à la ligne {first} : supprimez l’une des deux")
        )


def _row(layout: Layout, number: int, cells: Sequence[str]) -> Row:
    row = Row(layout.tab, number, Fate.BLANK)
    if not any(cells):
        return row
    if not layout.is_table or number <= layout.heading:
        return replace(row, fate=Fate.ASIDE, reason="titre, ou feuille sans heures")
    if TOTAL.match(fold(next(filter(None, cells)))):
        return replace(row, fate=Fate.ASIDE, reason="total : il n’est pas compté une seconde fois")
    try:
        return _read(layout, cells, row)
    except Wrong as wrong:
        about = replace(row, who=_who(layout, cells), months=_months(layout, cells))
        return about.refused(str(wrong))


def _months(layout: Layout, cells: Sequence[str]) -> tuple[date, ...]:
    """Of a row in which something cannot be read."""
    said = {layout.meanings[at] for at in layout.grid}
    try:
        if not said:
            return (_when(layout, cells)[0],)
        if any(one.startswith("d") for one in said):
            return (_month(layout, cells),)
    except Wrong:
        return ()
    return tuple(sorted({date.fromisoformat(f"{one[:7]}-01") for one in said}))


def _read(layout: Layout, cells: Sequence[str], row: Row) -> Row:
    who = _who(layout, cells)
    entries = tuple(_entries(layout, cells))
    if not entries:
        return row
    if not who.label:
        raise Wrong("personne absente : indiquez son nom et son prénom, ou son code")
    return replace(
        row,
        fate=Fate.TAKEN,
        who=who,
        contract=_text(layout, cells, HourColumn.CONTRACT),
        kind=_kind(layout, cells),
        entries=entries,
        explanation=_text(layout, cells, HourColumn.EXPLANATION)[:500],
        months=tuple(dict.fromkeys(entry.month for entry in entries)),
    )


def _text(layout: Layout, cells: Sequence[str], column: HourColumn) -> str:
    at = layout.places.get(column)
    return "" if at is None or at >= len(cells) else cells[at]


def _who(layout: Layout, cells: Sequence[str]) -> Said:
    return _said(*(_text(layout, cells, column) for column in WHO_SAYS))


@lru_cache(maxsize=4096)
def _said(last: str, first: str, whole: str, born: str, code: str, number: str) -> Said:
    name = " ".join(" ".join((last, first, whole)).split())
    return Said(name[:200], born[:40], code[:40], number[:40])


def _kind(layout: Layout, cells: Sequence[str]) -> HourKind:
    text = _text(layout, cells, HourColumn.KIND)
    kind = KINDS.get(fold(text))
    if kind is None:
        raise Wrong(
            f"{_column(layout, HourColumn.KIND)} : {quoted(text)} n’est pas une nature connue"
        )
    return kind


def _entries(layout: Layout, cells: Sequence[str]) -> Iterator[Entry]:
    """Those of the grid, checked against the total of the row; else the hours of the row."""
    if not layout.grid:
        minutes = _minutes(layout, cells, layout.at(HourColumn.HOURS))
        if minutes:
            month, day = _when(layout, cells)
            yield Entry(month, day, minutes)
        return
    found = list(_boxes(layout, cells))
    total = _total(layout, cells)
    if found and total and total != sum(entry.minutes for entry in found):
        raise Wrong(
            f"{_column(layout, HourColumn.HOURS)} : les jours ne font pas ce total, "
            "corrigez l’un ou l’autre"
        )
    if not found and total:
        found = [Entry(_month(layout, cells), None, total)]
    yield from found


def _total(layout: Layout, cells: Sequence[str]) -> int:
    """In hours, whatever the unit of the boxes of the days."""
    at = layout.at(HourColumn.HOURS)
    return _minutes(layout, cells, at, HourUnit.HOURS) if at is not None else 0


def _boxes(layout: Layout, cells: Sequence[str]) -> Iterator[Entry]:
    for at in layout.grid:
        minutes = _minutes(layout, cells, at)
        if not minutes:
            continue
        meaning = layout.meanings[at]
        if meaning.startswith("d"):
            month = _month(layout, cells)
            yield Entry(month, _day_of(month, int(meaning[1:])), minutes)
        elif len(meaning) == len("2026-10"):
            yield Entry(date.fromisoformat(f"{meaning}-01"), None, minutes)
        else:
            day = date.fromisoformat(meaning)
            yield Entry(day.replace(day=1), day, minutes)


def _day_of(month: date, number: int) -> date:
    try:
        return month.replace(day=number)
    except ValueError:
        raise Wrong(f"colonne {number} : ce mois n’a pas de jour {number}") from None


def _minutes(
    layout: Layout, cells: Sequence[str], at: int | None, unit: HourUnit | None = None
) -> int:
    text = cells[at] if at is not None and at < len(cells) else ""
    minutes, question = _hours(text, unit or layout.unit)
    if question and at is not None:
        raise Wrong(f"colonne {layout.texts[at]} : {question}")
    return minutes


@lru_cache(maxsize=4096)
def _hours(text: str, unit: HourUnit) -> tuple[int, str]:
    reading = read_hours(text, unit)
    return reading.minutes or 0, reading.question


def _when(layout: Layout, cells: Sequence[str]) -> tuple[date, date | None]:
    if layout.at(HourColumn.DAY) is None:
        return _month(layout, cells), None
    text = _text(layout, cells, HourColumn.DAY)
    day = day_in(text)
    if day is not None:
        return day.replace(day=1), day
    month = month_in(text)
    if month is None:
        raise Wrong(f"{_column(layout, HourColumn.DAY)} : {_not_a_date(text)}")
    return month, None


def _month(layout: Layout, cells: Sequence[str]) -> date:
    if layout.at(HourColumn.MONTH) is None:
        if layout.month is None:
            raise Wrong("mois absent : dites de quel mois est ce tableau")
        return layout.month
    text, year = _text(layout, cells, HourColumn.MONTH), _text(layout, cells, HourColumn.YEAR)
    default = int(year) if year.isdigit() and len(year) == 4 else layout.month and layout.month.year
    month = month_in(text, default) or (None if text else layout.month)
    if month is None:
        raise Wrong(f"{_column(layout, HourColumn.MONTH)} : {_not_a_date(text)}")
    return month


def _not_a_date(text: str) -> str:
    return f"{quoted(text)} n’est pas une date, écrivez 05/10/2026" if text else "date absente"


def _column(layout: Layout, column: HourColumn) -> str:
    at = layout.at(column)
    return f"colonne {column.label if at is None else layout.texts[at]}"
