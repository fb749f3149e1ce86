"""The names that trades have elsewhere: sectors of Le marché de l’inclusion, codes of ROME.

Both lead to trades of `rules.segments`, which is the only list of the house. A sector that this
table does not know is read as the object of a purchase would be.
"""

from __future__ import annotations

from perenne.rules.directory.names import BY_ROME, BY_SECTOR, NO_TRADE
from perenne.rules.law import Confidence, cites
from perenne.rules.segments import Certainty, Trade, find_segment, trade
from perenne.rules.texts import INCLUSION_SECTORS, ROME
from perenne.values import fold

ROME_LETTERS = 5
MOST_COMMAS = 5
_BY_SECTOR = {fold(name): tuple(codes.split()) for name, codes in BY_SECTOR.items()}
_NO_TRADE = frozenset(fold(name) for name in NO_TRADE)
KNOWN = _NO_TRADE | _BY_SECTOR.keys()


@cites(
    INCLUSION_SECTORS,
    says="À quels métiers correspond ce secteur du Marché de l’inclusion ?",
    confidence=Confidence.VARIES,
)
def trades_of_sector(name: str) -> tuple[Trade, ...]:
    """None for a sector outside the purchases that bear clauses, or that nothing tells."""
    said = fold(name)
    if said in _NO_TRADE or said.startswith("autre "):
        return tuple(trade(code) for code in _BY_SECTOR.get(said, ()))
    if said in _BY_SECTOR:
        return tuple(trade(code) for code in _BY_SECTOR[said])
    found = find_segment(name, None)
    known = found.trade is not None and found.certainty is not Certainty.DOUBTFUL
    return (found.trade,) if known and found.trade else ()


@cites(
    INCLUSION_SECTORS,
    says="Quels secteurs ce texte énumère-t-il ?",
    confidence=Confidence.SURE,
)
def sectors_in(text: str) -> tuple[str, ...]:
    """Names set apart by commas, some of which have commas: the longest known name wins."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    found: list[str] = []
    while parts:
        sizes = range(min(len(parts), MOST_COMMAS), 1, -1)
        known = (size for size in sizes if fold(" ".join(parts[:size])) in KNOWN)
        size = next(known, 1)
        found.append(", ".join(parts[:size]))
        del parts[:size]
    return tuple(found)


@cites(
    ROME,
    says="À quels métiers correspond ce code ROME ?",
    confidence=Confidence.LIKELY,
)
def trades_of_rome(code: str) -> tuple[Trade, ...]:
    """By its letter and four digits; none for a code outside the trades of clauses."""
    codes = BY_ROME.get(code.strip().upper()[:ROME_LETTERS], "")
    return tuple(trade(one) for one in codes.split())
