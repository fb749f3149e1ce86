"""Rows gathered under limits: blank edges cut, widths made equal, row numbers kept."""

from __future__ import annotations

from collections.abc import Iterable

from perenne.kit.refusals import Refused
from perenne.kit.sheets.cells import cell_text, place_name
from perenne.kit.sheets.workbook import Limits

TOO_MANY_ROWS = (
    "Ce tableau a plus de {limit} lignes remplies : envoyez-le en plusieurs fichiers plus courts."
)
TOO_FAR = (
    "Ce tableau a du contenu jusqu’à la ligne {row}, au-delà de la limite de {limit}. "
    "Supprimez les lignes isolées tout en bas de la feuille, puis renvoyez-le."
)
TOO_WIDE = (
    "Ce tableau a plus de {limit} colonnes remplies : gardez les colonnes utiles, puis renvoyez-le."
)
TOO_LONG = (
    "La cellule {place} contient {count} caractères, plus que les {limit} admis. "
    "Raccourcissez-la (ou refermez le guillemet resté ouvert), puis renvoyez le fichier."
)


def gather(rows: Iterable[Iterable[object]], limits: Limits) -> list[list[str]]:
    """Every row up to the last one with content, each without its blank right edge."""
    gathered: list[list[str]] = []
    blanks = filled = 0
    for number, row in enumerate(rows):
        cells = row_texts(row, number, limits)
        if not cells:
            blanks += 1
            continue
        filled += 1
        refuse_excess(number, filled, limits)
        gathered.extend([] for _ in range(blanks))
        gathered.append(cells)
        blanks = 0
    return gathered


def row_texts(row: Iterable[object], number: int, limits: Limits) -> list[str]:
    cells = [cell_text(value) if value != "" else "" for value in row]
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > limits.columns:
        raise Refused(TOO_WIDE.format(limit=limits.columns))
    for index, text in enumerate(cells):
        if len(text) > limits.cell_characters:
            raise Refused(
                TOO_LONG.format(
                    place=place_name(number, index),
                    count=grouped(len(text)),
                    limit=grouped(limits.cell_characters),
                )
            )
    return cells


def refuse_excess(number: int, filled: int, limits: Limits) -> None:
    if filled > limits.rows:
        raise Refused(TOO_MANY_ROWS.format(limit=grouped(limits.rows)))
    if number >= limits.last_row:
        raise Refused(TOO_FAR.format(row=grouped(number + 1), limit=grouped(limits.last_row)))


def squared(rows: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    """Rows of equal width; blank rows all share one tuple."""
    width = max(map(len, rows), default=0)
    blank = ("",) * width
    return tuple((*row, *blank[len(row) :]) if row else blank for row in rows)


def grouped(figure: int) -> str:
    """« 20 000 » with the narrow no-break space of French typography."""
    return f"{figure:,}".replace(",", "\u202f")
