"""Every trade and every excluded purchase, and what a CPV code alone says."""

from __future__ import annotations

import re
from typing import TypeAlias

from perenne.rules.law import Confidence, Table, cites
from perenne.rules.segments.building import BUILDING
from perenne.rules.segments.grounds import GROUNDS
from perenne.rules.segments.infrastructure import INFRASTRUCTURE
from perenne.rules.segments.names import Segment
from perenne.rules.segments.offices import OFFICES
from perenne.rules.segments.outside import OUTSIDE_TRADES, WITHOUT_HOURS
from perenne.rules.segments.trades import Excluded, Trade
from perenne.rules.texts import COMMITTEE_SEGMENTS, CPV, PRACTICE

Entry: TypeAlias = Trade | Excluded

TRADES = Table(
    "trades",
    "Métiers et corps d’état",
    (*BUILDING, *INFRASTRUCTURE, *GROUNDS, *OFFICES, *OUTSIDE_TRADES),
)
EXCLUDED = Table(
    "excluded_purchases", "Achats qui ne portent pas de clause d’heures", WITHOUT_HOURS
)
ENTRIES: tuple[Entry, ...] = (*TRADES, *EXCLUDED)
_BY_CODE = {entry.code: entry for entry in ENTRIES}
_BY_PREFIX = {prefix: entry for entry in ENTRIES for prefix in entry.cpv}
_LONGEST = max(map(len, _BY_PREFIX))

_CPV = re.compile(r"(?<!\d)(\d{8})(?:-\d)?(?!\d)")


@cites(
    COMMITTEE_SEGMENTS,
    says="Quel métier porte ce code ?",
    confidence=Confidence.VARIES,
)
def trade(code: str) -> Trade:
    """The trade of that code; LookupError when there is none."""
    found = _BY_CODE.get(code)
    if not isinstance(found, Trade):
        raise LookupError(f"Aucun métier ne porte le code « {code} ».")
    return found


@cites(
    COMMITTEE_SEGMENTS,
    says="Quels métiers composent ce segment ?",
    confidence=Confidence.VARIES,
)
def trades_of(segment: Segment) -> tuple[Trade, ...]:
    return tuple(trade for trade in TRADES if trade.segment is segment)


# The trade that most contracts of the segment are about, where it has several.
_MAIN = {
    Segment.WORKS: "all_trades",
    Segment.GREEN_SPACES: "green_upkeep",
    Segment.CLEANING: "premises_cleaning",
    Segment.ENVIRONMENT: "natural_areas",
    Segment.WASTE: "waste_collection",
    Segment.CATERING: "collective_catering",
    Segment.PRINT: "printing",
    Segment.ENGINEERING: "engineering",
}


@cites(
    PRACTICE,
    COMMITTEE_SEGMENTS,
    says="Quel métier représente ce segment, quand on n’en sait pas plus ?",
    confidence=Confidence.VARIES,
)
def main_trade(segment: Segment) -> Trade:
    """The one that most of its contracts are about."""
    code = _MAIN.get(segment)
    return trade(code) if code else trades_of(segment)[0]


@cites(
    CPV,
    says="Quel code CPV ce texte contient-il ?",
    confidence=Confidence.SURE,
)
def read_cpv(text: str | None) -> str | None:
    """The first eight digits that look like a CPV code, its check digit left out."""
    found = _CPV.search(text or "")
    return found[1] if found else None


@cites(
    CPV,
    says="Que désigne ce code CPV ?",
    confidence=Confidence.LIKELY,
)
def entry_of_cpv(cpv: str | None) -> Entry | None:
    """What the longest known prefix of the code names."""
    if cpv is None:
        return None
    prefixes = (cpv[:size] for size in range(_LONGEST, 1, -1))
    return next((_BY_PREFIX[prefix] for prefix in prefixes if prefix in _BY_PREFIX), None)


def segment_of(entry: Entry) -> Segment | None:
    return entry.segment if isinstance(entry, Trade) else None
