from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.values import Share

points = some.integers(-20_000, 20_000)


@pytest.mark.parametrize(
    ("percent", "kept", "written"),
    [
        (5, 500, "5\u00a0%"),
        ("7.5", 750, "7,5\u00a0%"),
        ("0.25", 25, "0,25\u00a0%"),
        ("0.005", 1, "0,01\u00a0%"),
        (100, 10_000, "100\u00a0%"),
        (10, 1_000, "10\u00a0%"),
        (0, 0, "0\u00a0%"),
        (-5, -500, "-5\u00a0%"),
    ],
)
def test_a_percentage_is_kept_in_basis_points(percent, kept, written):
    assert Share.percent(percent) == Share(kept)
    assert str(Share(kept)) == written


@given(points)
def test_fraction_and_percentage_say_the_same(kept):
    share = Share(kept)
    assert share.fraction * 100 == share.as_percent
    assert Share.percent(share.as_percent) == share


@given(points)
def test_what_is_written_reads_back(kept):
    written = str(Share(kept))
    assert Share.percent(Decimal(written.removesuffix("\u00a0%").replace(",", "."))) == Share(kept)


@given(points, points)
def test_shares_are_ordered_as_their_points(one, other):
    assert (Share(one) < Share(other)) == (one < other)
