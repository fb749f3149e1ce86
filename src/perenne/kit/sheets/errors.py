"""The error cells of an .xlsx (« #REF! », « #N/A »), which the parser leaves empty."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import TypeAlias

Place: TypeAlias = tuple[int, int]
SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
LINK = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
ERROR_CELL = re.compile(
    rb'<c\b(?=[^>]*\bt="e")[^>]*\br="([A-Z]{1,3})([0-9]{1,7})"[^>]*>.{0,9000}?<v>([^<]{1,20})</v>',
    re.DOTALL,
)


def errors_of(content: bytes) -> Mapping[str, Mapping[Place, str]]:
    """For each sheet name, the text of its error cells by (row, column) counted from 0."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = set(package.namelist())
        found = {}
        for name, path in sheet_paths(package, names):
            if path in names:
                found[name] = dict(error_cells(package.read(path)))
        return found


def sheet_paths(package: zipfile.ZipFile, names: set[str]) -> Iterator[tuple[str, str]]:
    book, links = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
    if book not in names or links not in names:
        return
    targets = {}
    for link in LINK.findall(package.read(links)):
        said = attributes(link)
        targets[said.get("Id", "")] = said.get("Target", "")
    for sheet in SHEET.findall(package.read(book)):
        said = attributes(sheet)
        target = targets.get(said.get("r:id", ""), "").removeprefix("/xl/")
        yield said.get("name", ""), f"xl/{target}"


def attributes(element: bytes) -> dict[str, str]:
    return {
        name.decode(): html.unescape(text.decode("utf-8", "replace"))
        for name, text in ATTRIBUTE.findall(element)
    }


def error_cells(sheet: bytes) -> Iterator[tuple[Place, str]]:
    if b't="e"' not in sheet:
        return
    for letters, row, text in ERROR_CELL.findall(sheet):
        column = 0
        for letter in letters:
            column = column * 26 + letter - ord("A") + 1
        yield (int(row) - 1, column - 1), text.decode("utf-8", "replace")
