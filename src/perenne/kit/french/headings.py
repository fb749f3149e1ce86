"""Where each thing is in a programme, whatever the names and the order of its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from perenne.kit.french.choosing import Choice, choose
from perenne.kit.french.columns import Column
from perenne.kit.french.heading_rows import Band, find_band
from perenne.kit.french.heading_units import AMOUNTS, is_per_year, tax_of, title_year, unit_factor
from perenne.kit.french.readings import Tax
from perenne.kit.french.table import Headings

NOTHING_REMEMBERED: Mapping[str, Column | None] = MappingProxyType({})


def find_headings(
    rows: Sequence[Sequence[str]],
    *,
    remembered: Mapping[str, Column | None] = NOTHING_REMEMBERED,
) -> Headings:
    """Never raises. `remembered`: what users answered before, by folded heading text.

    An answer of None means that the column is of no use. A column without heading is called
    « Colonne C ». Certain: the object and an amount are known, and nothing is doubtful.
    """
    rows = [tuple(row) for row in rows]
    band = find_band(rows, remembered)
    first = band.past if band else first_filled(rows)
    texts = band.texts if band else ()
    below = rows[first:]
    width = max((len(row) for row in rows), default=0)
    named = tuple(
        (texts[index] if index < len(texts) else "") or nameless(below, index)
        for index in range(width)
    )
    choice = choose(named, below, remembered)
    title = title_of(rows[: band.first] if band else [])
    return compose(band, first, title, (named, choice))


def first_filled(rows: Sequence[Sequence[str]]) -> int:
    return next((index for index, row in enumerate(rows) if any(row)), 0)


def nameless(below: Sequence[Sequence[str]], index: int) -> str:
    """« Colonne C » when cells stand under no heading; nothing when the column is empty."""
    if not any(index < len(row) and row[index] for row in below):
        return ""
    letters, rest = "", index + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"Colonne {letters}"


def title_of(above: Sequence[Sequence[str]]) -> str | None:
    texts = dict.fromkeys(text for row in above for text in row if text)
    return " – ".join(texts) or None


def compose(
    band: Band | None, first: int, title: str | None, found: tuple[tuple[str, ...], Choice]
) -> Headings:
    named, choice = found
    texts = {column: named[index] for column, index in choice.columns.items()}
    amounts = [texts[column] for column in AMOUNTS if column in texts]
    factors = {column: unit_factor(text, column) for column, text in texts.items()}
    known = Column.OBJECT in texts and bool(amounts)
    return Headings(
        row_number=band.first + 1 if band else None,
        title=title,
        columns=choice.columns,
        ignored=choice.ignored,
        doubts=choice.doubts,
        certain=known and not choice.doubts and band is not None,
        first_row=first + 1,
        unit_factor={column: factor for column, factor in factors.items() if factor},
        tax=tax_of(amounts[0]) if amounts else Tax.UNSAID,
        per_year=any(is_per_year(text) for text in amounts),
        year=title_year(title or ""),
    )
