"""The geometry of a map of territories: pure, in whole ten-thousandths of a degree (about 10 m).

Outlines that share their borders point by point add up exactly: what two of them have in common
is inside the sum, what one of them has alone is its edge. Nothing is measured, nothing is rounded.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

Point = tuple[int, int]
Ring = tuple[Point, ...]
"""Closed: the last point is the first one."""

DEGREE = 10_000
FEWEST = 4
"""Points of the smallest ring, a triangle."""


def is_ring(ring: Ring) -> bool:
    on_the_globe = all(abs(x) <= 180 * DEGREE and abs(y) <= 90 * DEGREE for x, y in ring)
    return len(ring) >= FEWEST and ring[0] == ring[-1] and on_the_globe


def around(rings: Iterable[Ring]) -> tuple[Ring, ...]:
    """The outline of all of them together, to be filled by the even-odd rule."""
    times = Counter(
        (min(side), max(side)) for ring in rings for side in pairwise(ring) if side[0] != side[1]
    )
    ways: dict[Point, list[Point]] = {}
    for one, other in sorted(side for side, count in times.items() if count % 2):
        ways.setdefault(one, []).append(other)
        ways.setdefault(other, []).append(one)
    found = []
    for start, ends in ways.items():
        while ends:
            found.append(_walk(start, ways))
    return tuple(found)


def middle(rings: Iterable[Ring]) -> Point:
    """Where a name may stand: the centre of gravity of the largest ring."""
    largest = max(rings, key=lambda ring: abs(_doubled(ring)))
    twice = _doubled(largest)
    if not twice:
        return largest[0]
    x = sum((one[0] + other[0]) * _turn(one, other) for one, other in pairwise(largest))
    y = sum((one[1] + other[1]) * _turn(one, other) for one, other in pairwise(largest))
    return round(x / (3 * twice)), round(y / (3 * twice))


def _doubled(ring: Ring) -> int:
    """Twice its area, with a sign that says which way it turns."""
    return sum(_turn(one, other) for one, other in pairwise(ring))


def _turn(one: Point, other: Point) -> int:
    return one[0] * other[1] - other[0] * one[1]


def _walk(start: Point, ways: dict[Point, list[Point]]) -> Ring:
    """Back to the start, which every walk reaches: an even number of sides meets at each point."""
    ring, here = [start], start
    while len(ring) == 1 or here != start:
        there = ways[here].pop()
        ways[there].remove(here)
        ring.append(there)
        here = there
    return tuple(ring)
