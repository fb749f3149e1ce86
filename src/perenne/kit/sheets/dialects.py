"""Text tables: which character parts the cells, and what the quotes mean."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, TypeAlias

from perenne.kit.refusals import Refused
from perenne.kit.sheets.shape import grouped
from perenne.kit.sheets.workbook import Limits

Quoting: TypeAlias = Literal[0, 3]
DELIMITERS = ";\t,|"
SAMPLE_ROWS = 200
SAMPLE_CHARACTERS = 100_000
DECLARED = re.compile(r'\A"?sep=(.)"?[ \t]*(?:\n|\Z)', re.IGNORECASE)
OPEN_QUOTE = (
    "Un guillemet n’est jamais refermé : chaque ligne du fichier a été lue séparément, "
    "vérifiez les cellules qui contiennent des guillemets."
)
CELL_TOO_LONG = (
    "Une cellule proche de la ligne {row} contient plus de {limit} caractères. "
    "Raccourcissez-la (ou refermez le guillemet resté ouvert), puis renvoyez le fichier."
)


def read_table(text: str, limits: Limits) -> tuple[Iterator[list[str]], tuple[str, ...]]:
    """The rows, lazily, and what the user should know."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    declared = DECLARED.match(lines)
    if declared:
        lines = lines[declared.end() :]
    delimiter = declared[1] if declared else find_delimiter(lines)
    if has_open_quote(lines, delimiter, limits):
        return split_rows(lines, delimiter, limits, csv.QUOTE_NONE), (OPEN_QUOTE,)
    return split_rows(lines, delimiter, limits, csv.QUOTE_MINIMAL), ()


def find_delimiter(lines: str) -> str:
    """The one that cuts the most rows into the same number of cells."""
    sample = lines[:SAMPLE_CHARACTERS]
    with cells_up_to(SAMPLE_CHARACTERS):
        return max(DELIMITERS, key=lambda mark: (regularity(sample, mark), -DELIMITERS.index(mark)))


def regularity(sample: str, delimiter: str) -> float:
    """The commonest width, less one, by the square of the share of the rows that have it."""
    widths: list[int] = []
    try:
        for row in csv.reader(io.StringIO(sample, newline="\n"), delimiter=delimiter):
            if any(cell.strip() for cell in row):
                widths.append(len(row))
            if len(widths) == SAMPLE_ROWS:
                break
    except csv.Error:
        return 0
    if not widths:
        return 0
    width, count = Counter(widths).most_common(1)[0]
    return (width - 1) * (count / len(widths)) ** 2


def has_open_quote(lines: str, delimiter: str, limits: Limits) -> bool:
    """Does a quote swallow the rest of the file?"""
    if '"' not in lines:
        return False
    try:
        with cells_up_to(len(lines)):
            for number, _ in enumerate(
                csv.reader([*keep_ends(lines)], delimiter=delimiter, strict=True)
            ):
                if number > limits.last_row:
                    return False
    except csv.Error as trouble:
        return "unexpected end" in str(trouble)
    return False


def split_rows(lines: str, delimiter: str, limits: Limits, quoting: Quoting) -> Iterator[list[str]]:
    rows = csv.reader(keep_ends(lines), delimiter=delimiter, quoting=quoting)
    number = 0
    while True:
        number += 1
        try:
            with cells_up_to(limits.cell_characters):
                row = next(rows)
        except StopIteration:
            return
        except csv.Error as trouble:
            raise Refused(
                CELL_TOO_LONG.format(row=number, limit=grouped(limits.cell_characters))
            ) from trouble
        yield row


@contextmanager
def cells_up_to(characters: int) -> Iterator[None]:
    """The limit belongs to the whole process: whoever else reads a file here gets theirs back."""
    before = csv.field_size_limit(characters + 1)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def keep_ends(lines: str) -> Iterator[str]:
    return iter(io.StringIO(lines, newline="\n"))
