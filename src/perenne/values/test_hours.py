from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.values import FteBase, Hours

minutes = some.integers(-(10**9), 10**9)


@pytest.mark.parametrize(
    ("hours", "kept"),
    [("0", 0), ("1", 60), ("7.5", 450), ("0.0083", 0), ("0.0084", 1), ("-1.5", -90), (35, 2_100)],
)
def test_hours_are_rounded_half_up_to_the_minute(hours, kept):
    assert Hours.of(hours) == Hours(kept)


@pytest.mark.parametrize(
    ("kept", "written", "rounded"),
    [
        (0, "0\u00a0h", "0"),
        (60, "1\u00a0h", "1"),
        (65, "1\u00a0h 05", "1"),
        (90, "1\u00a0h 30", "2"),
        (-90, "-1\u00a0h 30", "-2"),
        (1_820 * 60, "1\u202f820\u00a0h", "1\u202f820"),
    ],
)
def test_they_are_written_as_people_write_them(kept, written, rounded):
    assert (str(Hours(kept)), Hours(kept).rounded) == (written, rounded)


@pytest.mark.parametrize(
    ("hours", "base", "fte"),
    [
        (1607, FteBase.LEGAL, "1.00"),
        (1820, FteBase.PAID, "1.00"),
        (1600, FteBase.NETWORK, "1.00"),
        (1000, FteBase.LEGAL, "0.62"),
        (1000, FteBase.PAID, "0.55"),
        (0, FteBase.LEGAL, "0.00"),
    ],
)
def test_full_time_equivalents_depend_on_their_base(hours, base, fte):
    assert Hours.of(hours).fte(base) == Decimal(fte)


@given(minutes, minutes)
def test_adding_then_taking_away_changes_nothing(one, other):
    assert Hours(one) + Hours(other) - Hours(other) == Hours(one)
    assert (Hours(one) < Hours(other)) == (one < other)


@given(minutes)
def test_nothing_is_lost_between_minutes_and_hours(kept):
    assert Hours.of(Hours(kept).amount) == Hours(kept)


@given(minutes)
def test_whole_hours_are_at_most_half_an_hour_away(kept):
    assert abs(Hours(kept).whole * 60 - kept) <= 30


@given(minutes)
def test_what_is_written_reads_back(kept):
    figure, _, rest = str(Hours(kept)).replace("\u202f", "").partition("\u00a0h")
    sign = -1 if figure.startswith("-") else 1
    assert sign * (abs(int(figure)) * 60 + int(rest or 0)) == kept


@given(minutes)
def test_only_nothing_is_false(kept):
    assert bool(Hours(kept)) == (kept != 0)
