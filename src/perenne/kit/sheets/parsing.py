"""Bytes into sheets. Runs inside the sandbox only: nothing here trusts what it opens."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import TypeAlias

import python_calamine
from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from perenne.kit.refusals import Refused
from perenne.kit.sheets.cells import clean
from perenne.kit.sheets.dialects import read_table
from perenne.kit.sheets.encodings import decode
from perenne.kit.sheets.errors import Place, errors_of
from perenne.kit.sheets.guard import tell_kind
from perenne.kit.sheets.packages import CORRUPTED, LOCKED
from perenne.kit.sheets.shape import gather
from perenne.kit.sheets.workbook import Limits

Grid: TypeAlias = tuple[str, bool, list[list[str]]]
NO_TABLE = (
    "Ce fichier ne contient aucun tableau. Vérifiez que vous envoyez le bon fichier, "
    "et que ses cellules ne sont pas vides."
)
MACROS = (
    "Le classeur contient des macros : elles ont été ignorées, seules les valeurs ont été lues."
)
NOT_A_GRID = "La feuille « {name} » est un graphique ou une macro : elle n’a pas été lue."
HIDDEN = "La feuille « {name} » est masquée : elle a été lue aussi."


def parse(content: bytes, limits: Limits) -> dict[str, object]:
    """Kind, notes and sheets, as plain values that cross a pipe; Refused otherwise."""
    kind = tell_kind(content, limits)
    sheets, notes = parse_text(content, limits) if kind == "csv" else parse_book(content, limits)
    if sum(bool(cell) for _, _, rows in sheets for row in rows for cell in row) < 2:
        raise Refused(NO_TABLE)
    if kind == "xlsm":
        notes.insert(0, MACROS)
    return {"kind": kind, "notes": notes, "sheets": sheets}


def parse_text(content: bytes, limits: Limits) -> tuple[list[Grid], list[str]]:
    text, encoding_notes = decode(content)
    rows, dialect_notes = read_table(text, limits)
    return [("", False, gather(rows, limits))], [*encoding_notes, *dialect_notes]


def parse_book(content: bytes, limits: Limits) -> tuple[list[Grid], list[str]]:
    """Calamine tells apart the formats by itself; whatever it refuses is corrupted."""
    try:
        with python_calamine.load_workbook(io.BytesIO(content)) as book:
            return parse_sheets(book, errors_by_sheet(content), limits)
    except python_calamine.PasswordError as trouble:
        raise Refused(LOCKED) from trouble
    except (python_calamine.CalamineError, zipfile.BadZipFile, zlib.error, OSError) as trouble:
        raise Refused(CORRUPTED) from trouble


def errors_by_sheet(content: bytes) -> Mapping[str, Mapping[Place, str]]:
    return errors_of(content) if zipfile.is_zipfile(io.BytesIO(content)) else {}


def parse_sheets(
    book: CalamineWorkbook, errors: Mapping[str, Mapping[Place, str]], limits: Limits
) -> tuple[list[Grid], list[str]]:
    sheets: list[Grid] = []
    notes: list[str] = []
    for described in book.sheets_metadata:
        name = clean(described.name)
        if described.typ is not SheetTypeEnum.WorkSheet:
            notes.append(NOT_A_GRID.format(name=name))
            continue
        hidden = described.visible is not SheetVisibleEnum.Visible
        if hidden:
            notes.append(HIDDEN.format(name=name))
        grid = book.get_sheet_by_name(described.name)
        rows = gather(rows_of(grid, errors.get(described.name, {})), limits)
        sheets.append((name, hidden, rows))
    return sheets, notes


def rows_of(grid: CalamineSheet, errors: Mapping[Place, str]) -> Iterator[list[object]]:
    """From the first row of the sheet; calamine starts each one at the first filled column."""
    left: list[object] = [""] * (grid.start[1] if grid.start else 0)
    for number, row in enumerate(grid.iter_rows()):
        yield (
            [
                errors.get((number, column), value) if value == "" else value
                for column, value in enumerate([*left, *row])
            ]
            if errors
            else [*left, *row]
        )
