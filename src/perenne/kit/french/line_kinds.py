"""What one row is, from its own cells and the headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from perenne.kit.french.columns import Column
from perenne.kit.french.line_cells import cell
from perenne.kit.french.table import Headings
from perenne.values import fold

TOTAL = re.compile(
    r"(?:sous |s |grand )?tota(?:l|ux)\b(?! energies)|cumul\b|somme\b|montant total\b"
    r"|recapitulatif\b"
)
NOTE = re.compile(
    r"""\s*(?:n\.?\s?b\.?\s*[:.–-]|nota\b|notes?\b|remarque|attention\b|source\b|légende|\*
    |\([0-9*]\))""",
    re.IGNORECASE | re.VERBOSE,
)
LOT = re.compile(r"\s*lots?\s*(?:n\s*[°o]?\.?\s*)?([0-9]{1,3})(?![0-9])", re.IGNORECASE)
LOT_CELL = re.compile(r"\s*(?:lots?\s*)?(?:n\s*[°o]?\.?\s*)?0*([0-9]{1,3})\s*", re.IGNORECASE)
FACTS = (Column.CPV, Column.DURATION, Column.LAUNCH, Column.NOTIFICATION, Column.PROCEDURE)
LONGEST_TOTAL = 60
SENTENCE = 90


def filled(cells: Sequence[str]) -> list[str]:
    return [text for text in cells if text.strip()]


def is_total(cells: Sequence[str], headings: Headings) -> bool:
    """A row that says « total » and has nothing that a purchase has."""
    if any(cell(cells, headings, column).strip() for column in FACTS):
        return False
    return any(len(text) <= LONGEST_TOTAL and TOTAL.match(fold(text)) for text in filled(cells))


def is_note(cells: Sequence[str]) -> bool:
    """« NB : … », « * hors révision », or one long sentence alone in its row."""
    texts = filled(cells)
    if not texts or len(texts) > 2:
        return False
    if NOTE.match(texts[0]):
        return True
    return len(texts) == 1 and len(texts[0]) > SENTENCE and texts[0].rstrip().endswith(".")


def repeats(cells: Sequence[str], heading: Sequence[str]) -> bool:
    """The heading row again: most of its texts at the same places."""
    named = [(index, fold(text)) for index, text in enumerate(heading) if text.strip()]
    same = sum(index < len(cells) and fold(cells[index]) == text for index, text in named)
    return len(named) > 1 and same * 2 > len(named) and same > 1


def lot_number(cells: Sequence[str], headings: Headings) -> int | None:
    """« Lot 2 » in its own column, or at the beginning of the object."""
    own = LOT_CELL.fullmatch(cell(cells, headings, Column.LOT))
    found = own or LOT.match(cell(cells, headings, Column.OBJECT))
    return int(found[1]) if found else None


def has_object(cells: Sequence[str], headings: Headings) -> bool:
    return bool(
        cell(cells, headings, Column.OBJECT).strip()
        or cell(cells, headings, Column.OPERATION).strip()
    )
