import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.practice import USUAL
from perenne.rules.secrecy import Cell, Grid, revealed_by_difference
from perenne.rules.secrecy.cells import Behind
from perenne.rules.secrecy.grounds import LEAST_PERSONS


def test_a_few_persons_between_two_tables_are_seen():
    department = Grid.of_persons([[100, 60], [30, 20]])
    without_a_town = Grid.of_persons([[96, 60], [12, 20]])
    told = revealed_by_difference(department, without_a_town)
    assert sorted(told) == [(0, 0), (0, 2)]
    assert told[0, 0] == told[0, 2]
    assert told[0, 0].replace("\u00a0", " ") == (
        "La différence entre les deux tableaux porte sur trop peu de monde, ou sur un seul pour "
        "l’essentiel : ne publiez pas cette case, ou donnez le même contour aux deux."
    )


def test_equal_tables_and_large_differences_reveal_nothing():
    one = Grid.of_persons([[100, 60]])
    assert revealed_by_difference(one, one) == {}
    assert revealed_by_difference(one, Grid.of_persons([[89, 49]])) == {}


def test_two_companies_between_two_tables_are_seen():
    wide = Grid(((Cell(900, 9, 100),),), Behind.COMPANIES)
    narrow = Grid(((Cell(700, 7, 100),),), Behind.COMPANIES)
    assert sorted(revealed_by_difference(wide, narrow)) == [(0, 0), (1, 0)]


@pytest.mark.parametrize(
    "narrow", [Grid.of_persons([[1]]), Grid(((Cell(1, 1), Cell(2, 2)),), Behind.COMPANIES)]
)
def test_tables_of_other_shapes_cannot_be_compared(narrow):
    with pytest.raises(ValueError, match="pas les mêmes cases"):
        revealed_by_difference(Grid.of_persons([[1, 2]]), narrow)


@pytest.mark.parametrize("narrow", [Cell(101, 100, 1), Cell(101, 101, 1)])
def test_the_part_is_not_greater_than_the_whole(narrow):
    wide = Grid(((Cell(100, 100, 1),),))
    with pytest.raises(ValueError, match="dépasse le plus large"):
        revealed_by_difference(wide, Grid(((narrow,),)))


def test_a_company_that_stands_for_the_rest_is_seen():
    """Ten companies in both tables, one of which brings almost all that the second leaves out."""
    wide, narrow = {str(it): 100 for it in range(10)}, {str(it): 99 for it in range(10)}
    grids = [
        Grid(((Cell.shared(it),),), Behind.COMPANIES) for it in (wide, narrow, narrow | {"3": 40})
    ]
    assert revealed_by_difference(grids[0], grids[1]) == {}
    assert sorted(revealed_by_difference(grids[0], grids[2])) == [(0, 0), (1, 0)]


def test_hours_that_a_few_companies_add_are_seen_though_all_were_already_there():
    wide = Grid(((Cell(900, 9, 100),),), Behind.COMPANIES)
    narrow = Grid(((Cell(860, 9, 100),),), Behind.COMPANIES)
    assert sorted(revealed_by_difference(wide, narrow)) == [(0, 0), (1, 0)]


@given(some.integers(0, 300), some.integers(0, 300))
def test_a_difference_is_told_like_any_small_cell(part, more):
    told = revealed_by_difference(Grid.of_persons([[part + more]]), Grid.of_persons([[part]]))
    assert bool(told) == (0 < more < 11)


@given(some.integers(0, 300), some.integers(1, 30), some.integers(5, 20))
def test_the_threshold_is_the_one_that_the_committee_holds(part, more, least):
    told = revealed_by_difference(
        Grid.of_persons([[part + more]]),
        Grid.of_persons([[part]]),
        practice=USUAL.choosing(LEAST_PERSONS, least),
    )
    assert bool(told) == (more < least)
