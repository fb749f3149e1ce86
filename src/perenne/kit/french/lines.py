"""The fate of every row of a programme: kept as a purchase, or set aside with a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from perenne.kit.french.columns import Column
from perenne.kit.french.families import find_families
from perenne.kit.french.line_cells import cell, read_line_amount
from perenne.kit.french.line_kinds import (
    filled,
    has_object,
    is_note,
    is_total,
    lot_number,
    repeats,
)
from perenne.kit.french.table import Fate, Headings, LineKind, SortedLine
from perenne.kit.french.totals import is_partial, known_amounts, total_reason
from perenne.values import Euros

Amounts: TypeAlias = Mapping[int, Euros | None]
Cells: TypeAlias = Mapping[int, tuple[str, ...]]
AMOUNTS = (Column.AMOUNT, Column.AMOUNT_LOW, Column.AMOUNT_HIGH)
USUAL_CELLS = 3
KEPT = "Achat à étudier."
KEPT_WITHOUT_OBJECT = "Achat à étudier : l’objet manque."
REASONS = {
    LineKind.BLANK: "Ligne vide.",
    LineKind.TITLE: "Titre du tableau.",
    LineKind.HEADING: "Titres des colonnes.",
    LineKind.NOTE: "Note de bas de tableau : ce n’est pas un achat.",
    LineKind.SECTION: "Titre de rubrique : un seul texte, sans montant ni date.",
}


def sort_lines(
    rows: Sequence[Sequence[str]], headings: Headings, *, amounts: Amounts | None = None
) -> tuple[SortedLine, ...]:
    """One answer for each row, in order. Never raises.

    `amounts`: the whole amount of the rows by number, when the caller knows better (answers to
    questions); otherwise they are read here. They serve to check totals and operations.
    """
    kinds = first_kinds(rows, headings)
    cells = {number: tuple(row) for number, row in enumerate(rows, start=1)}
    known = amounts if amounts is not None else read_amounts(cells, kinds, headings)
    families = find_families(cells, kinds, headings, known)
    kinds.update(dict.fromkeys(families.lots_of, LineKind.OPERATION))
    settle_ending(kinds)
    reasons = {**families.reasons, **total_reasons(cells, kinds, known, headings)}
    return tuple(
        SortedLine(
            number,
            cells[number],
            Fate.KEPT if kind is LineKind.PURCHASE else Fate.SET_ASIDE,
            kind,
            reasons.get(number) or plain_reason(kind, cells[number], headings),
            families.parents.get(number),
        )
        for number, kind in kinds.items()
    )


def read_amounts(cells: Cells, kinds: Mapping[int, LineKind], headings: Headings) -> Amounts:
    """Only rows that may carry one: the others are not worth the time."""
    return {
        number: read_line_amount(row, headings).amount
        for number, row in cells.items()
        if kinds[number] in (LineKind.PURCHASE, LineKind.TOTAL)
    }


def first_kinds(rows: Sequence[Sequence[str]], headings: Headings) -> dict[int, LineKind]:
    """What each row is on its own and by the next one, by number."""
    named = headings.row_number
    heading = tuple(rows[named - 1]) if named and named <= len(rows) else ()
    sections = section_numbers(rows, headings)
    kinds = {}
    for number, row in enumerate(rows, start=1):
        if filled(row) and named and number < headings.first_row:
            kinds[number] = LineKind.TITLE if number < named else LineKind.HEADING
        else:
            kinds[number] = kind_below(row, headings, heading)
            if kinds[number] is LineKind.PURCHASE and number in sections:
                kinds[number] = LineKind.SECTION
    return kinds


def section_numbers(rows: Sequence[Sequence[str]], headings: Headings) -> set[int]:
    """A text alone heads a section when full rows abound and one of them follows it.

    Several texts alone in a row are purchases still without figures, unless in capitals.
    """
    below = [
        (number, row)
        for number, row in enumerate(rows, start=1)
        if number >= headings.first_row and filled(row)
    ]
    full = sum(len(filled(row)) >= USUAL_CELLS for _, row in below)
    if full * 3 < len(below) or not full:
        return set()
    found: set[int] = set()
    unsure = False
    for (number, row), (_, following) in pairwise([*below, (0, ("", "past", "the end"))]):
        if not is_alone(row, headings):
            unsure = False
        elif filled(row)[0].isupper() or (len(filled(following)) > 1 and not unsure):
            found.add(number)
        else:
            unsure = True
    return found


def is_alone(row: Sequence[str], headings: Headings) -> bool:
    """One text, which is neither a lot nor an amount."""
    if len(filled(row)) != 1 or lot_number(row, headings) is not None:
        return False
    return not any(cell(row, headings, column).strip() for column in AMOUNTS)


def kind_below(row: Sequence[str], headings: Headings, heading: tuple[str, ...]) -> LineKind:
    if not filled(row):
        return LineKind.BLANK
    if repeats(row, heading):
        return LineKind.HEADING
    if is_note(row):
        return LineKind.NOTE
    return LineKind.TOTAL if is_total(row, headings) else LineKind.PURCHASE


def settle_ending(kinds: dict[int, LineKind]) -> None:
    """A lone text after the last purchase heads nothing: it is a note."""
    for number in sorted(kinds, reverse=True):
        if kinds[number] is LineKind.PURCHASE:
            return
        if kinds[number] is LineKind.SECTION:
            kinds[number] = LineKind.NOTE


def total_reasons(
    cells: Cells, kinds: dict[int, LineKind], known: Amounts, headings: Headings
) -> dict[int, str]:
    """A nameless row whose only amount is the sum of the lines above is a total too."""
    reasons = {}
    above: list[int] = []
    since: list[int] = []
    for number in cells:
        written = known.get(number)
        if kinds[number] is LineKind.PURCHASE and is_bare(cells[number], headings, written):
            kinds[number] = adds_up(written, (since, above), known)
        if kinds[number] is LineKind.PURCHASE:
            above.append(number)
            since.append(number)
        elif kinds[number] is LineKind.TOTAL:
            partial = is_partial(" ".join(filled(cells[number])))
            added = scope(written, partial, (since, above), known)
            reasons[number] = total_reason(written, added, known)
            since = []
    return reasons


def is_bare(cells: Sequence[str], headings: Headings, written: Euros | None) -> bool:
    return written is not None and not has_object(cells, headings) and len(filled(cells)) == 1


def adds_up(written: Euros | None, scopes: tuple[list[int], list[int]], known: Amounts) -> LineKind:
    sums = [sum(known_amounts(numbers, known), Euros(0)) for numbers in scopes if numbers]
    return LineKind.TOTAL if written in sums else LineKind.PURCHASE


def scope(
    written: Euros | None, partial: bool, scopes: tuple[list[int], list[int]], known: Amounts
) -> list[int]:
    """The lines that a total adds up: those with which it agrees, else what its name says."""
    since, above = scopes
    for numbers in (above, since):
        if numbers and sum(known_amounts(numbers, known), Euros(0)) == written:
            return list(numbers)
    return list(since if partial else above)


def plain_reason(kind: LineKind, cells: Sequence[str], headings: Headings) -> str:
    if kind is LineKind.PURCHASE:
        return KEPT if has_object(cells, headings) else KEPT_WITHOUT_OBJECT
    return REASONS[kind]
