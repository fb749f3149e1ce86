"""The territory as a map shows it: who answers where today, in zones that one can draw."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from perenne.domain.coverage.queries.deciding import Responsible
from perenne.domain.coverage.queries.routing import Router
from perenne.domain.territories.queries import (
    CommuneCard,
    Point,
    Ring,
    around,
    middle,
)

TONES = 6
"""Of colour and pattern; a letter tells apart those that share one."""
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Zone:
    """Communes of one EPCI, or of none (""), for which one body answers."""

    epci_code: str
    epci_name: str
    communes: tuple[CommuneCard, ...]
    is_whole: bool
    """No other body answers in this EPCI, as far as the département goes."""

    @property
    def name(self) -> str:
        if self.epci_name and self.is_whole:
            return self.epci_name
        return ", ".join(commune.name for commune in self.communes)


@dataclass(frozen=True, slots=True)
class Holder:
    """A body with its zones; `letter` and `tone` are how the map tells it from the others."""

    body: Responsible
    letter: str
    tone: int
    zones: tuple[Zone, ...]

    @property
    def communes(self) -> int:
        return sum(len(zone.communes) for zone in self.zones)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A zone that can be drawn, and a point inside it for its name."""

    holder: Holder
    zone: Zone
    rings: tuple[Ring, ...]
    at: Point


def holders_of(router: Router) -> tuple[Holder, ...]:
    """Who answers for any purchase of any buyer, in the order of names; nobody’s communes are not

    there, which happens only before the coordination joined.
    """
    held: dict[Responsible, dict[str, list[CommuneCard]]] = {}
    shared: dict[str, set[int]] = {}
    for commune in router.places.at_home():
        body = router.decision(commune).who or router.coordination
        if body:
            held.setdefault(body, {}).setdefault(commune.epci_code, []).append(commune)
            shared.setdefault(commune.epci_code, set()).add(body.id)
    ordered = sorted(held.items(), key=lambda one: (one[0].name, one[0].id))
    return tuple(
        Holder(body, _letter(number), number % TONES + 1, _zones(zones, shared))
        for number, (body, zones) in enumerate(ordered)
    )


def drawn(holders: Iterable[Holder], outlines: Mapping[str, tuple[Ring, ...]]) -> Iterator[Drawn]:
    """Zones of which at least one commune has an outline."""
    for holder in holders:
        for zone in holder.zones:
            rings = [outlines.get(commune.insee_code, ()) for commune in zone.communes]
            if any(rings):
                yield Drawn(holder, zone, around(r for one in rings for r in one), _at(rings))


def mark_of(holders: Iterable[Holder], outlines_mark: str) -> str:
    """Changes when somebody else answers somewhere, when a name changes, or an outline."""
    told = [
        (holder.body.id, holder.body.name, zone.epci_name, [c.insee_code for c in zone.communes])
        for holder in holders
        for zone in holder.zones
    ]
    return blake2b(repr((outlines_mark, told)).encode(), digest_size=8).hexdigest()


def _zones(
    held: Mapping[str, list[CommuneCard]], shared: Mapping[str, set[int]]
) -> tuple[Zone, ...]:
    zones = [
        Zone(code, communes[0].epci_name, tuple(communes), len(shared[code]) == 1)
        for code, communes in held.items()
    ]
    return tuple(sorted(zones, key=lambda zone: (zone.epci_name, zone.epci_code)))


def _letter(number: int) -> str:
    return ALPHABET[number] if number < len(ALPHABET) else str(number + 1)


def _at(rings: list[tuple[Ring, ...]]) -> Point:
    """In the commune nearest to the middle of them all: a zone may be hollow, or in two parts."""
    middles = [middle(one) for one in rings if one]
    x = sum(point[0] for point in middles) / len(middles)
    y = sum(point[1] for point in middles) / len(middles)
    return min(middles, key=lambda point: ((point[0] - x) ** 2 + (point[1] - y) ** 2, point))
