"""Operations and their lots: the contract announced above « Lot 1 », « Lot 2 »."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from perenne.kit.french.columns import Column
from perenne.kit.french.line_cells import cell
from perenne.kit.french.line_kinds import has_object, lot_number
from perenne.kit.french.table import Headings, LineKind
from perenne.kit.french.totals import known_amounts, lines
from perenne.values import Euros

ROUNDING = 100
AMOUNTS = (Column.AMOUNT, Column.AMOUNT_LOW, Column.AMOUNT_HIGH)


@dataclass(slots=True)
class Families:
    """`lots_of` an operation, `parents` of a lot, all by row number."""

    lots_of: dict[int, tuple[int, ...]] = field(default_factory=dict)
    parents: dict[int, int] = field(default_factory=dict)
    reasons: dict[int, str] = field(default_factory=dict)


def find_families(
    cells: Mapping[int, tuple[str, ...]],
    kinds: Mapping[int, LineKind],
    headings: Headings,
    amounts: Mapping[int, Euros | None],
) -> Families:
    """An operation has no amount of its own, or the sum of its lots to one hundredth."""
    families = Families()
    for number, lots in followed_by_lots(cells, kinds, headings):
        added = sum(known_amounts(lots, amounts), Euros(0))
        own = amounts.get(number)
        written = any(cell(cells[number], headings, column).strip() for column in AMOUNTS)
        if written and (own is None or not is_close(own, added)):
            continue
        families.lots_of[number] = lots
        families.parents.update(dict.fromkeys(lots, number))
        families.reasons[number] = operation_reason(lots, own, added)
    return families


def followed_by_lots(
    cells: Mapping[int, tuple[str, ...]], kinds: Mapping[int, LineKind], headings: Headings
) -> list[tuple[int, tuple[int, ...]]]:
    """Each row that is not a lot, with the lots numbered from 1 that come right under it."""
    found: list[tuple[int, tuple[int, ...]]] = []
    head: int | None = None
    lots: list[int] = []
    last = 0
    for number, kind in [*kinds.items(), (0, LineKind.TOTAL)]:
        rank = lot_number(cells[number], headings) if kind is LineKind.PURCHASE else None
        if kind is LineKind.BLANK:
            continue
        if rank is not None and rank == last + 1:
            lots.append(number)
            last = rank
            continue
        if head is not None and lots:
            found.append((head, tuple(lots)))
        lots, last = [], 0
        head = number if rank is None and can_head(number, kind, cells, headings) else None
    return found


def can_head(
    number: int,
    kind: LineKind,
    cells: Mapping[int, tuple[str, ...]],
    headings: Headings,
) -> bool:
    return kind in (LineKind.PURCHASE, LineKind.SECTION) and has_object(cells[number], headings)


def is_close(own: Euros, added: Euros) -> bool:
    return abs(own.cents - added.cents) * ROUNDING <= abs(own.cents)


def operation_reason(lots: Sequence[int], own: Euros | None, added: Euros) -> str:
    above = f"Opération dont les lots suivent ({lines(len(lots))}, {added})"
    if own is None:
        return f"{above} : ce sont les lots qui sont étudiés."
    if own == added:
        return f"{above} : son montant est la somme de ses lots, qui sont étudiés à sa place."
    return f"{above} : son montant ({own}) est à peu près leur somme ; les lots sont étudiés."
