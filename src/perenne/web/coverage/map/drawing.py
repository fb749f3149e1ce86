"""The territories as the map script draws them: small, in whole numbers."""

from collections.abc import Iterable
from itertools import chain

from perenne.domain.coverage.queries import Drawn
from perenne.domain.territories.queries import Ring
from perenne.web.coverage.answer import card_url, epci_url

DEGREE = 10_000


def map_of(zones: Iterable[Drawn]) -> dict[str, object]:
    """`unit`: how many make a degree; rings are a first point, then the way to each next one.

    The largest zones come first: their names have the right of way.
    """
    largest_first = sorted(zones, key=lambda one: -len(one.zone.communes))
    return {"unit": DEGREE, "zones": [_zone(one) for one in largest_first]}


def _zone(one: Drawn) -> dict[str, object]:
    zone, holder = one.zone, one.holder
    alone = len(zone.communes) == 1 or not zone.epci_code
    return {
        "name": zone.name,
        "body": holder.body.name,
        "letter": holder.letter,
        "tone": holder.tone,
        "url": card_url(zone.communes[0]) if alone else epci_url(zone.epci_code),
        "at": one.at,
        "rings": [_steps(ring) for ring in one.rings],
    }


def _steps(ring: Ring) -> list[int]:
    before = ((0, 0), *ring)
    steps = ((x - a, y - b) for (x, y), (a, b) in zip(ring, before, strict=False))
    return list(chain.from_iterable(steps))
