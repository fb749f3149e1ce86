"""Tables written for people to open: a styled workbook, or a text file that Excel reads."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

import xlsxwriter

from perenne.values import Euros, Hours, Share

Cell: TypeAlias = str | int | bool | Decimal | date | Euros | Hours | Share | None

MARGIN = 2
NARROWEST, WIDEST = 8, 60
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
FORBIDDEN_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
# As files keep them: the spreadsheet shows French separators to a French reader.
FORMATS = {
    "text": "@",
    "whole": "#,##0",
    "decimal": "#,##0.00",
    "euros": '#,##0.00 "€"',
    "hours": '#,##0.00 "h"',
    "share": "0.00 %",
    "day": "dd/mm/yyyy",
    "moment": "dd/mm/yyyy hh:mm",
}


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: its name, its headings, its rows."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()


def write_workbook(tables: Iterable[Table]) -> bytes:
    """An .xlsx in which text stays text: no formula, no link is ever made from it."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        styles = {name: book.add_format({"num_format": code}) for name, code in FORMATS.items()}
        heading = book.add_format(
            {"bold": True, "bg_color": "#E8EDF3", "bottom": 1, "text_wrap": True, "valign": "top"}
        )
        taken: set[str] = set()
        for table in tables:
            sheet = book.add_worksheet(sheet_name(table.name, taken))
            sheet.write_row(0, 0, table.headings, heading)
            sheet.freeze_panes(1, 0)
            fill(sheet, table, styles)
    return file.getvalue()


def sheet_name(wanted: str, taken: set[str]) -> str:
    """As Excel admits them: 31 letters, seven signs forbidden, no two alike; adds to `taken`."""
    bare = wanted.translate(FORBIDDEN_IN_SHEET_NAMES).strip(" '")[:31] or "Feuille"
    name, number = bare, 2
    while name.casefold() in taken:
        ending = f" {number}"
        name, number = bare[: 31 - len(ending)] + ending, number + 1
    taken.add(name.casefold())
    return name


def fill(sheet: Any, table: Table, styles: dict[str, Any]) -> None:
    widths = [len(text) for text in table.headings]
    for number, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(row):
            write_cell(sheet, (number, column), cell, styles)
            if column < len(widths):
                widths[column] = max(widths[column], len(as_text(cell)))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(max(width + MARGIN, NARROWEST), WIDEST))


def write_cell(sheet: Any, place: tuple[int, int], cell: Cell, styles: dict[str, Any]) -> None:
    match cell:
        case None:
            return
        case bool():
            sheet.write_string(*place, as_text(cell))
        case str():
            sheet.write_string(*place, cell, styles["text"])
        case datetime():
            sheet.write_datetime(*place, cell.replace(tzinfo=None), styles["moment"])
        case date():
            sheet.write_datetime(*place, cell, styles["day"])
        case _:
            figure, style = figure_of(cell)
            sheet.write_number(*place, figure, styles[style])


def figure_of(cell: int | Decimal | Euros | Hours | Share) -> tuple[int | Decimal, str]:
    match cell:
        case Euros():
            return cell.amount, "euros"
        case Hours():
            return cell.amount, "hours"
        case Share():
            return cell.fraction, "share"
        case Decimal():
            return cell, "decimal"
        case int():
            return cell, "whole"


def write_csv(table: Table) -> bytes:
    """UTF-8 with its mark and semicolons, which a French Excel opens by a double click.

    A text that a spreadsheet would take for a formula is preceded by an apostrophe.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([harmless(heading) for heading in table.headings])
    for row in table.rows:
        writer.writerow(
            [harmless(cell) if isinstance(cell, str) else as_text(cell) for cell in row]
        )
    return text.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    return f"'{text}" if text.lstrip(" \u00a0").startswith(DANGEROUS) else text


def as_text(cell: Cell) -> str:
    """As a French reader types it: « 1234,50 », « 01/02/2027 »."""
    match cell:
        case None:
            return ""
        case str():
            return cell
        case bool():
            return "oui" if cell else "non"
        case datetime():
            return f"{cell:%d/%m/%Y %H:%M}"
        case date():
            return f"{cell:%d/%m/%Y}"
    return figure_text(cell)


def figure_text(cell: int | Decimal | Euros | Hours | Share) -> str:
    if isinstance(cell, Share):
        return f"{cell.as_percent:f}".replace(".", ",") + " %"
    figure, _ = figure_of(cell)
    if isinstance(cell, Hours):  # a minute is a sixtieth: four digits tell one from the next
        figure = Decimal(round(cell.amount, 4)).normalize()
    return f"{figure:f}".replace(".", ",") if isinstance(figure, Decimal) else str(figure)
