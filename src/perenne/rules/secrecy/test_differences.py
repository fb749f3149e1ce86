import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.secrecy import Cell, Grid, revealed_by_difference
from perenne.rules.secrecy.cells import Behind


def test_a_few_persons_between_two_tables_are_seen():
    department = Grid.of_persons([[100, 60], [30, 20]])
    without_a_town = Grid.of_persons([[96, 60], [12, 20]])
    told = revealed_by_difference(department, without_a_town)
    assert sorted(told) == [(0, 0), (0, 2)]
    assert "trop peu de monde" in told[0, 0]


def test_equal_tables_and_large_differences_reveal_nothing():
    one = Grid.of_persons([[100, 60]])
    assert revealed_by_difference(one, one) == {}
    assert revealed_by_difference(one, Grid.of_persons([[89, 49]])) == {}


def test_two_companies_between_two_tables_are_seen():
    wide = Grid(((Cell(900, 9, 100),),), Behind.COMPANIES)
    narrow = Grid(((Cell(700, 7, 100),),), Behind.COMPANIES)
    assert sorted(revealed_by_difference(wide, narrow)) == [(0, 0), (1, 0)]


def test_tables_of_other_shapes_cannot_be_compared():
    with pytest.raises(ValueError, match="pas les mêmes cases"):
        revealed_by_difference(Grid.of_persons([[1, 2]]), Grid.of_persons([[1]]))


@pytest.mark.parametrize("narrow", [Cell(101, 100, 1), Cell(100, 101, 1)])
def test_the_part_is_not_greater_than_the_whole(narrow):
    wide = Grid(((Cell(100, 100, 1),),))
    with pytest.raises(ValueError, match="dépasse le plus large"):
        revealed_by_difference(wide, Grid(((narrow,),)))


@given(some.integers(0, 300), some.integers(0, 300))
def test_a_difference_is_told_like_any_small_cell(part, more):
    told = revealed_by_difference(Grid.of_persons([[part + more]]), Grid.of_persons([[part]]))
    assert bool(told) == (0 < more < 11)
