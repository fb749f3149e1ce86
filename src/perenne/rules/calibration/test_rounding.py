from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.calibration import contractual
from perenne.rules.calibration.rounding import ROUNDING, half_up, up
from perenne.rules.practice import USUAL
from perenne.values import Hours

durations = some.integers(0, 10**8).map(Hours)
fractions = some.fractions(-(10**6), 10**6)


def held(multiple):
    return USUAL.choosing(ROUNDING, Hours.of(multiple))


@pytest.mark.parametrize(
    ("hours", "multiple", "written"),
    [
        ("833.33", 1, 833),
        ("833.33", 5, 830),
        ("833.33", 10, 830),
        ("833.33", 35, 805),
        ("0.5", 1, 0),
        ("35", 35, 35),
        ("34.98", 35, 0),
    ],
)
def test_the_volume_of_a_contract_is_rounded_down(hours, multiple, written):
    assert contractual(Hours.of(hours), practice=held(multiple)) == Hours.of(written)


def test_it_is_rounded_to_the_hour_unless_a_committee_holds_otherwise():
    assert contractual(Hours.of("833.33")) == Hours.of(833)
    with pytest.raises(ValueError, match="choisissez parmi 1\u00a0h, 5\u00a0h, 10\u00a0h"):
        held(2)


@given(durations, some.sampled_from([1, 5, 10, 35]))
def test_rounding_down_takes_less_than_one_multiple(hours, multiple):
    taken = hours.minutes - contractual(hours, practice=held(multiple)).minutes
    assert 0 <= taken < multiple * 60


@given(durations, some.sampled_from([1, 5, 10, 35]))
def test_what_is_written_is_a_multiple(hours, multiple):
    assert contractual(hours, practice=held(multiple)).minutes % (multiple * 60) == 0


@pytest.mark.parametrize(
    ("exact", "nearest", "enough"),
    [("1/2", 1, 1), ("1/3", 0, 1), ("3/2", 2, 2), ("2", 2, 2), ("0", 0, 0), ("-1/2", 0, 0)],
)
def test_halves_go_up_and_what_must_be_enough_too(exact, nearest, enough):
    assert half_up(Fraction(exact)) == nearest
    assert up(Fraction(exact)) == enough


@given(fractions)
def test_the_nearest_is_at_most_half_away_and_enough_less_than_one(exact):
    assert -Fraction(1, 2) < half_up(exact) - exact <= Fraction(1, 2)
    assert 0 <= up(exact) - exact < 1
