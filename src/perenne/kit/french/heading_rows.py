"""Which rows are the headings: one row, two rows, or none at all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from perenne.kit.french.columns import Column
from perenne.kit.french.likeness import exact
from perenne.values import fold

Rows = Sequence[Sequence[str]]
ROWS_LOOKED_AT = 60
FIGURES = re.compile(r"[0-9]{3,}|[0-9][.,/][0-9]|[0-9] ?k?€")
LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class Band:
    """The headings: their texts, and the rows that they take, [first, past[ counted from 0."""

    first: int
    past: int
    texts: tuple[str, ...]
    known: int


def find_band(rows: Rows, remembered: Mapping[str, Column | None]) -> Band | None:
    """The row (or two) that names the most columns; failing that, the one that looks the part."""
    best: Band | None = None
    for index in range(min(len(rows), ROWS_LOOKED_AT)):
        for band in bands_at(rows, index, remembered):
            if band.known >= 2 and (best is None or band.known > best.known):
                best = band
    return best or by_shape(rows)


def bands_at(rows: Rows, index: int, remembered: Mapping[str, Column | None]) -> tuple[Band, ...]:
    """One row alone, then the two rows together when the second has no figure."""
    alone = band_of(index, index + 1, tuple(rows[index]), remembered)
    if index + 1 >= len(rows) or not could_be_headings(rows[index + 1]):
        return (alone,)
    if not could_be_headings(rows[index]):
        return (alone,)
    return alone, band_of(index, index + 2, stacked(rows[index], rows[index + 1]), remembered)


def band_of(
    first: int, past: int, texts: tuple[str, ...], remembered: Mapping[str, Column | None]
) -> Band:
    """`known` counts the different columns named."""
    named = {name_of(text, remembered) for text in texts if text} - {None}
    return Band(first, past, texts, len(named))


def name_of(text: str, remembered: Mapping[str, Column | None]) -> Column | None:
    return remembered.get(fold(text)) or exact(text)


def could_be_headings(row: Sequence[str]) -> bool:
    filled = [text for text in row if text]
    return bool(filled) and all(
        len(text) <= LONGEST_HEADING and not FIGURES.search(text) for text in filled
    )


def stacked(above: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    """« Montant » over « mini » and « maxi » names two columns: the text above spreads right."""
    texts, spreading = [], ""
    for high, low in zip(above, below, strict=False):
        spreading = high or spreading
        texts.append(f"{spreading} {low}".strip() if low else high)
    return tuple(texts)


def by_shape(rows: Rows) -> Band | None:
    """Short texts without figures above rows that have some, in two columns at least."""
    for index, row in enumerate(rows[:ROWS_LOOKED_AT]):
        filled = [column for column, text in enumerate(row) if text]
        if len(filled) < 2:
            continue
        if not could_be_headings(row):
            return None
        below = [other for other in rows[index + 1 : index + 6] if any(other)]
        figures = sum(
            any(FIGURES.search(other[column]) for other in below if column < len(other))
            for column in filled
        )
        return Band(index, index + 1, tuple(row), 0) if figures else None
    return None
