"""Outlines add up: what two of them share is inside, what one has alone is the edge."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.domain.territories.queries.shapes import _doubled, around, is_ring, middle

GRID = some.sets(some.tuples(some.integers(0, 5), some.integers(0, 5)), min_size=1)


def square(x, y, size=1):
    corners = ((x, y), (x + size, y), (x + size, y + size), (x, y + size))
    return (*corners, corners[0])


def sides(rings):
    return {frozenset(side) for ring in rings for side in pairwise(ring)}


@pytest.mark.parametrize(
    ("ring", "is_one"),
    [
        (square(0, 0), True),
        ((), False),
        (((0, 0), (1, 0), (0, 0)), False),
        (square(0, 0)[:-1], False),
        (square(1_799_999, 0, 2), False),
    ],
)
def test_what_is_a_ring(ring, is_one):
    assert is_ring(ring) == is_one


@pytest.mark.parametrize(
    ("rings", "edge"),
    [
        ([square(0, 0)], 4),
        ([square(0, 0), square(1, 0)], 6),
        ([square(0, 0), square(5, 5)], 8),
        ([square(0, 0), square(1, 1)], 8),
        ([square(0, 0), tuple(reversed(square(1, 0)))], 6),
    ],
    ids=["alone", "side by side", "apart", "by a corner", "turned the other way"],
)
def test_the_edge_of_several(rings, edge):
    assert len(sides(around(rings))) == edge


@given(GRID)
def test_the_edge_is_what_one_alone_has_and_every_ring_is_closed(cells):
    rings = around(square(*cell) for cell in cells)
    beside = {(x, y): [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)] for x, y in cells}
    lonely = sum(other not in cells for others in beside.values() for other in others)
    assert len(sides(rings)) == lonely
    assert all(ring[0] == ring[-1] for ring in rings)


@given(GRID, some.randoms())
def test_the_order_in_which_they_come_changes_nothing(cells, chance):
    mixed = list(cells)
    chance.shuffle(mixed)
    assert sides(around(map(lambda c: square(*c), mixed))) == sides(
        around(square(*cell) for cell in cells)
    )


@given(some.integers(-900, 900), some.integers(-900, 900), some.integers(1, 90))
def test_the_middle_of_a_square_is_its_middle(x, y, half):
    assert middle([square(x, y), square(x, y, 2 * half)]) == (x + half, y + half)


def test_a_flat_ring_has_its_first_point_for_a_middle():
    flat = ((0, 0), (1, 1), (2, 2), (0, 0))
    assert _doubled(flat) == 0
    assert middle([flat]) == (0, 0)
