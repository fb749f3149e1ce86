"""What the words of an object say: every expression found, then the one that decides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from perenne.rules.segments.catalogue import ENTRIES, Entry, segment_of, trade
from perenne.rules.segments.matching import Match, Rank, stems
from perenne.rules.segments.names import Segment
from perenne.rules.segments.trades import Family, Trade
from perenne.values import fold

# « lot 3 : peinture » names a lot; « lot 3 » alone at the end names nothing.
_AFTER_LOT = re.compile(r"\blots? (?:n )?\w{1,3} (?P<label>.+)$")
# « fourniture et pose » is work; « fourniture et livraison » is not.
_SUPPLY_AND_WORK = re.compile(
    r"\b(?:fournitures?|achats?|acquisitions?)(?: (?:et|avec|de|la|livraison|transport|mise a "
    r"disposition))* (?:pose|depose|mise en oeuvre|installation|plantation|montage|prestations?|"
    r"travaux|realisation|services?|remplacement|main d oeuvre)\b"
)
_LAYING = re.compile(r"\b(?:et|avec|y compris) (?:la |de la |sa |leur )?(?:pose|plantation)\b")
_BUILDING_FITS = frozenset({Segment.WORKS, Segment.GREEN_SPACES, Segment.ENVIRONMENT})


@dataclass(frozen=True, slots=True)
class Hit:
    """One expression of the catalogue found in the object."""

    entry: Entry
    match: Match

    @property
    def rank(self) -> Rank:
        return self.match.expression.rank

    @property
    def words(self) -> str:
        return self.match.expression.words


@dataclass(frozen=True, slots=True)
class Reading:
    """The entry that the words name, the hit that decided, and the other trades named."""

    entry: Entry
    hit: Hit
    several: tuple[Hit, ...] = ()


def read_words(text: str) -> Reading | None:
    """The label of the lot is read first, the whole object when it says nothing precise."""
    label = _AFTER_LOT.search(fold(text))
    hits = _hits(text)
    if label:
        of_lot = _decide(_hits(label["label"]))
        if of_lot and of_lot.hit.rank >= Rank.STRONG:
            return _within_works(of_lot, hits)
    return _decide(hits)


def _within_works(of_lot: Reading, hits: tuple[Hit, ...]) -> Reading:
    """The green spaces of a building site are planted, not kept up."""
    built = any(hit.rank is Rank.GENERAL for hit in hits)
    if built and of_lot.entry.code == "green_upkeep":
        return Reading(trade("green_creation"), of_lot.hit)
    return of_lot


def _hits(text: str) -> tuple[Hit, ...]:
    """Leading, then longest expressions first; one that overlaps a kept one is not heard."""
    folded, words = fold(text), stems(text)
    laid = bool(_SUPPLY_AND_WORK.search(folded) or _LAYING.search(folded))
    found = [
        Hit(entry, Match(expression, *place.span()))
        for entry in ENTRIES
        if not (laid and entry.code == "supplies")
        for expression in entry.expressions
        for place in expression.pattern.finditer(words)
    ]
    kept: list[Hit] = []
    for hit in sorted(found, key=_weight):
        if not any(hit.match.overlaps(other.match) for other in kept):
            kept.append(hit)
    return tuple(sorted(kept, key=lambda hit: hit.match.start))


def _weight(hit: Hit) -> tuple[bool, int, int]:
    return (hit.rank is not Rank.LEADING, -hit.match.length, hit.match.start)


def _decide(hits: tuple[Hit, ...]) -> Reading | None:
    for rank in (Rank.LEADING, Rank.STRONG, Rank.GENERAL, Rank.WEAK):
        first = next((hit for hit in hits if hit.rank is rank), None)
        if first is not None:
            return _strongest(first, hits) if rank is Rank.STRONG else Reading(first.entry, first)
    return None


def _strongest(first: Hit, hits: tuple[Hit, ...]) -> Reading:
    """« Construction d'une déchèterie » is a building; « rénovation, lot peinture » is paint."""
    general = next((hit for hit in hits if hit.rank is Rank.GENERAL), None)
    if general is not None and _stands_before(general, first):
        return Reading(general.entry, general)
    several = _several_trades(first, hits)
    if several:
        return Reading(_average(several), first, several)
    return Reading(first.entry, first)


def _stands_before(general: Hit, first: Hit) -> bool:
    earlier = general.match.start < first.match.start
    return earlier and segment_of(first.entry) not in _BUILDING_FITS


def _several_trades(first: Hit, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The works trades named, one hit each, when the contract names at least two."""
    if segment_of(first.entry) is not Segment.WORKS:
        return ()
    named = {
        hit.entry.code: hit
        for hit in reversed(hits)
        if hit.rank is Rank.STRONG and segment_of(hit.entry) is Segment.WORKS
    }
    ordered = tuple(sorted(named.values(), key=lambda hit: hit.match.start))
    return ordered if len(ordered) > 1 else ()


def _average(several: tuple[Hit, ...]) -> Trade:
    families = {hit.entry.family for hit in several if isinstance(hit.entry, Trade)}
    civil = families == {Family.INFRASTRUCTURE}
    return trade("roads_and_networks" if civil else "all_trades")
