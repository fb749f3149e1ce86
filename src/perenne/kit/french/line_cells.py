"""The cells of one row of a programme, by what they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from perenne.kit.french.amounts import read_amount, whole
from perenne.kit.french.columns import Column
from perenne.kit.french.durations import read_duration
from perenne.kit.french.plain import plain, says_nothing
from perenne.kit.french.readings import AmountReading, DurationReading
from perenne.kit.french.table import Headings


def cell(cells: Sequence[str], headings: Headings, column: Column) -> str:
    """The text of a column in this row; empty when there is no such column."""
    index = headings.columns.get(column)
    return cells[index] if index is not None and index < len(cells) else ""


def read_line_amount(cells: Sequence[str], headings: Headings) -> AmountReading:
    """The amount of a row, whole: its unit, its two ends, its years as the headings say."""
    reading = read_column(cells, headings, Column.AMOUNT)
    low = read_column(cells, headings, Column.AMOUNT_LOW)
    high = read_column(cells, headings, Column.AMOUNT_HIGH)
    if reading.amount is None and (low.amount or high.amount):
        reading = replace(
            high if low.amount is None else low,
            low=low.amount,
            high=high.amount or low.high,
            question=" ".join(filter(None, (low.question, high.question)))
            if low.amount and high.amount
            else None,
        )
    return whole(reading, read_line_duration(cells, headings).months)


def read_column(cells: Sequence[str], headings: Headings, column: Column) -> AmountReading:
    return read_amount(
        cell(cells, headings, column),
        unit_factor=headings.unit_factor.get(column, 1),
        tax=headings.tax,
        per_year=headings.per_year,
    )


def read_line_duration(cells: Sequence[str], headings: Headings) -> DurationReading:
    """The duration of a row, its renewals taken from their own column when there is one."""
    text = cell(cells, headings, Column.DURATION)
    factor = headings.unit_factor.get(Column.DURATION)
    reading = read_duration(text, unit_factor=factor)
    renewals = cell(cells, headings, Column.RENEWALS)
    if reading.months is None or reading.renewals or says_nothing(plain(renewals)):
        return reading
    if not renewals.strip().isdecimal():
        together = read_duration(f"{reading.months} mois {renewals}")
        return replace(together, raw=text) if together.months else reading
    total = reading.months * (1 + int(renewals[:3]))
    said = f"{reading.months} mois, portés à {total} mois par {renewals} reconduction(s)."
    return replace(
        reading,
        months=total,
        firm_months=reading.months,
        renewals=int(renewals[:3]),
        hypotheses=(*reading.hypotheses, said),
    )
