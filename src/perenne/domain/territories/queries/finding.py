"""What somebody looks for on the map: a commune, a postcode, an address, an intercommunalité."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from perenne.domain.territories.queries.cards import CommuneCard, EpciCard
from perenne.domain.territories.queries.gazetteer import CODE, MOST_CANDIDATES, Gazetteer
from perenne.values import fold

EMPTY = frozenset({
    "ca", "cc", "cu", "communaute", "communes", "agglomeration", "urbaine", "metropole",
    "de", "du", "des", "d", "la", "le", "les", "l", "et",
})  # fmt: skip
"""What names of EPCI have in common, and nobody types."""
CLOSE = 0.8
"""Share of letters in common under which a name is not offered for another (difflib)."""
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Found:
    """What was meant, or may have been; `is_guess`: nothing bears that name, these look like it."""

    communes: tuple[CommuneCard, ...] = ()
    epcis: tuple[EpciCard, ...] = ()
    is_guess: bool = False

    @property
    def is_one(self) -> bool:
        return not self.is_guess and len(self.communes) + len(self.epcis) == 1

    @property
    def is_nothing(self) -> bool:
        return not (self.communes or self.epcis)


def places_for(typed: str, places: Gazetteer) -> Found:
    """An EPCI by its name; a commune as the gazetteer knows it; else names that resemble it.

    A name that is that of a commune means the commune; a misspelt one is offered, never taken.
    """
    words = _telling(typed)
    if not words:
        return Found()
    epcis = epcis_at_home(places)
    named = tuple(epci for epci in epcis if _telling(epci.name) == words or epci.code in words)
    known = places.by_name.get(fold(typed))
    if named and not known:
        return Found(epcis=named)
    communes = places.candidates(typed)
    if known or CODE.search(typed):
        return Found(communes)
    near = resembling(typed, places)
    if communes and near and near[0] not in communes:  # « Nantueil les Meaux » is not Meaux
        return Found((*near, *communes), is_guess=True)
    around = tuple(epci for epci in epcis if _holds(epci, words))
    return Found(communes, around) if communes or around else Found(near, is_guess=True)


def epcis_at_home(places: Gazetteer) -> tuple[EpciCard, ...]:
    """Those of the communes of the département, in the order of names."""
    found = {c.epci_code: c.epci_name for c in places.at_home() if c.epci_code}
    return tuple(EpciCard(code, name) for code, name in sorted(found.items(), key=lambda e: e[1]))


def resembling(typed: str, places: Gazetteer) -> tuple[CommuneCard, ...]:
    """Communes of the département whose name is nearly that, the nearest first."""
    text = fold(typed)
    if len(text) < SHORTEST:
        return ()
    names = get_close_matches(text, list(places.by_name), n=MOST_CANDIDATES, cutoff=CLOSE)
    return tuple({places.by_name[n].insee_code: places.by_name[n] for n in names}.values())


def _telling(text: str) -> frozenset[str]:
    return frozenset(fold(text).split()) - EMPTY


def _holds(epci: EpciCard, words: Iterable[str]) -> bool:
    return set(words) <= _telling(epci.name)
