import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.globalisation import basin_of
from perenne.rules.globalisation.basins import BASIN, Basin
from perenne.rules.practice import USUAL

EACH = USUAL.choosing(BASIN, Basin.INTERCOMMUNALITY)


@pytest.mark.parametrize(
    ("epci", "practice", "basin"),
    [("200072130", USUAL, ""), ("200072130", EACH, "200072130"), ("", EACH, "")],
)
def test_the_territory_is_one_basin_unless_the_committee_says_otherwise(epci, practice, basin):
    assert basin_of(epci, practice=practice) == basin


@given(some.text(max_size=9), some.text(max_size=9))
def test_two_places_are_in_one_basin_when_their_intercommunality_is_the_same(one, other):
    found = basin_of(one, practice=EACH) == basin_of(other, practice=EACH)
    assert found == (one == other)
    assert basin_of(one) == basin_of(other)


@pytest.mark.parametrize("basin", Basin)
def test_each_is_said_in_french(basin):
    assert basin.label.startswith("l")
