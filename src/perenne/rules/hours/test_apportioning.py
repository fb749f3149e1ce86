from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.hours import apportion

totals = some.integers(0, 10**9)
weights = some.lists(some.integers(0, 10**6), min_size=1, max_size=8).filter(any)


@pytest.mark.parametrize(
    ("total", "shared_by", "parts"),
    [
        (8_400, [16_800, 30_000], (3_015, 5_385)),
        (10, [1, 1, 1], (4, 3, 3)),
        (11, [1, 1, 1], (4, 4, 3)),
        (2, [1, 1, 1], (1, 1, 0)),
        (1, [1, 2], (0, 1)),
        (7, [3, 0, 4], (3, 0, 4)),
        (5, [9], (5,)),
        (5, [1], (5,)),
        (0, [0, 0], (0, 0)),
        (0, [], ()),
    ],
)
def test_the_largest_remainders_take_what_is_left_the_first_in_order_at_equality(
    total, shared_by, parts
):
    assert apportion(total, shared_by) == parts


@pytest.mark.parametrize(
    ("total", "shared_by"), [(1, [0, 0]), (1, []), (-1, [1]), (1, [2, -1]), (1, [1, -1])]
)
def test_what_cannot_be_shared_is_refused(total, shared_by):
    with pytest.raises(ValueError, match="donnez des poids positifs"):
        apportion(total, shared_by)


@given(totals, weights)
def test_the_parts_add_up_and_each_is_its_exact_share_to_the_unit(total, shared_by):
    parts, whole = apportion(total, shared_by), sum(shared_by)
    assert sum(parts) == total
    for part, weight in zip(parts, shared_by, strict=True):
        assert abs(part * whole - total * weight) < whole
        assert weight or not part


@given(totals, weights)
def test_a_greater_weight_never_receives_less(total, shared_by):
    received = sorted(zip(shared_by, apportion(total, shared_by), strict=True))
    for (light, small), (heavy, great) in pairwise(received):
        assert light == heavy or small <= great


@given(totals, weights, some.integers(1, 1_000))
def test_only_proportions_matter(total, shared_by, times):
    assert apportion(total, [weight * times for weight in shared_by]) == apportion(total, shared_by)
