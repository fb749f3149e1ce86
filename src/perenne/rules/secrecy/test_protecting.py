from collections import Counter
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.practice import USUAL
from perenne.rules.secrecy import Cell, Grid, Hiding, Interval, intervals, protect
from perenne.rules.secrecy.cells import Behind
from perenne.rules.secrecy.grounds import LEAST_PERSONS
from perenne.rules.secrecy.protecting import MAGNITUDE_MARGIN
from perenne.values import Share

counts = some.one_of(some.integers(0, 30), some.integers(0, 400))


def grids(cells, build):
    return some.integers(1, 5).flatmap(
        lambda width: some.lists(
            some.lists(cells, min_size=width, max_size=width), min_size=1, max_size=5
        ).map(build)
    )


def of_companies(rows):
    return Grid(tuple(map(tuple, rows)), Behind.COMPANIES)


company_cells = some.lists(some.integers(1, 5_000), max_size=6).map(
    lambda parts: Cell(sum(parts), len(parts), max(parts, default=0))
)


def told(protected):
    return {
        place: why for place, why in protected.hidden.items() if why is not Hiding.COMPLEMENTARY
    }


def beside(protected):
    return set(protected.hidden) - set(told(protected))


def test_when_nothing_is_small_everything_is_published():
    grid = Grid.of_persons([[11, 40], [0, 60]])
    found = protect(grid)
    assert found.hidden == {}
    assert [found.published(place) for place in ((0, 0), (1, 0), (0, 2), (2, 2))] == [
        11,
        0,
        51,
        111,
    ]


def test_a_small_cell_takes_the_cheapest_corners_with_it():
    found = protect(Grid.of_persons([[3, 40, 90], [50, 60, 70], [80, 20, 30]]))
    assert told(found) == {(0, 0): Hiding.FEW_PERSONS}
    assert beside(found) == {(0, 1), (1, 0), (1, 1)}


def test_small_cells_are_covered_by_what_serves_both():
    """90 and 80 close a square with 3 and 4; each 20, though smaller, would ask for two more."""
    found = protect(Grid.of_persons([[3, 90, 20], [80, 4, 20], [30, 30, 30]]))
    assert beside(found) == {(0, 1), (1, 0)}


def test_in_a_list_a_small_cell_takes_the_smallest_other_one():
    found = protect(Grid.of_persons([[30, 3, 20, 50]]))
    assert told(found) == {(0, 1): Hiding.FEW_PERSONS}
    assert beside(found) == {(0, 2)}
    assert found.published((0, 4)) == 103


def test_a_list_may_stand_upright():
    found = protect(Grid.of_persons([[30], [3], [20], [50]]))
    assert beside(found) == {(2, 0)}
    assert found.published((4, 0)) == 103


def test_a_figure_that_nobody_can_work_out_needs_no_company():
    """Two small cells in a line and in a column already keep each other vague enough."""
    found = protect(Grid.of_persons([[9, 9, 90], [9, 9, 70], [80, 20, 30]]))
    assert beside(found) == set()


def test_two_small_cells_of_a_line_need_more_than_each_other():
    """3 + 2: knowing that both make 5 tells more than « fewer than 11 »."""
    found = protect(Grid.of_persons([[3, 2, 40, 50]]))
    assert beside(found) == {(0, 2)}


def test_a_total_is_hidden_when_no_part_can_be():
    found = protect(Grid.of_persons([[3, 0]]))
    assert told(found) == {(0, 0): Hiding.FEW_PERSONS, (0, 2): Hiding.FEW_PERSONS}
    alone = protect(Grid.of_persons([[3, 0], [20, 30]]))
    assert alone.published((0, 2)) is None


def test_amounts_of_companies_are_hidden_for_their_own_reasons():
    grid = of_companies(
        [
            [Cell(100, 2, 60), Cell(1_000, 9, 200)],
            [Cell(1_000, 5, 900), Cell(2_000, 9, 300)],
        ]
    )
    found = protect(grid)
    assert told(found) == {(0, 0): Hiding.FEW_COMPANIES, (1, 0): Hiding.DOMINANT}


def test_a_line_that_makes_twelve_does_not_give_one_and_eleven_back():
    """Whoever knew which of the two is the small one would know both: nobody is told."""
    found = protect(Grid.of_persons([[1, 11, 40]]))
    assert found.published((0, 3)) == 52
    assert found.printed((0, 0)) == found.printed((0, 1)) == "s."
    assert intervals(found.grid, found.hidden)[0, 0] == Interval(1, 11)


@pytest.mark.parametrize(("beside_it", "lost"), [(7, {(0, 2)}), (8, set())])
def test_a_small_cell_keeps_as_many_values_as_the_threshold_leaves(beside_it, lost):
    """Of 3 one may know that it is from 1 to 10: the table must leave ten values too."""
    assert beside(protect(Grid.of_persons([[3, beside_it, 40, 50]]))) == lost


@pytest.mark.parametrize(
    ("second", "percent", "lost"),
    [
        (3_201, 20, {(0, 1)}),
        (3_200, 20, {(0, 1), (0, 2)}),
        (1_601, 10, {(0, 1)}),
        (1_600, 10, {(0, 1), (0, 2)}),
    ],
)
def test_hours_of_a_few_persons_may_be_a_good_part_more_than_they_are(second, percent, lost):
    """16 000 minutes of ten persons: a margin of ten minutes would protect nobody."""
    hours = Grid(((Cell(16_000, 10, 4_000), Cell(second, 12, 900), Cell(90_000, 40, 5_000)),))
    practice = USUAL.choosing(MAGNITUDE_MARGIN, Share.percent(percent))
    assert beside(protect(hours, practice=practice)) == lost


def test_the_least_margin_is_one():
    tiny = of_companies([[Cell(4, 1, 4), Cell(2, 2, 1), Cell(9, 3, 3)]])
    assert beside(protect(tiny)) == set()
    lone = of_companies([[Cell(4, 1, 4), Cell(1, 1, 1), Cell(9, 3, 3)]])
    assert beside(protect(lone)) == {(0, 2)}


def test_two_companies_alone_in_a_line_do_not_see_each_other():
    many = {str(it): 10 for it in range(9)}
    found = protect(of_companies([[Cell.shared(it) for it in ({"A": 60}, {"B": 40}, many)]]))
    assert beside(found) == {(0, 2)}
    unnamed = protect(of_companies([[Cell(60, 1, 60), Cell(40, 1, 40), Cell(90, 9, 10)]]))
    assert beside(unnamed) == set()


def test_a_company_that_stands_behind_the_whole_line_is_its_own_reader():
    """A alone fills its cells and their total: that it knows them tells nothing of anybody."""
    many = Cell.shared({str(it): 1_000 for it in range(9)})
    alone, none = Cell.shared({"A": 60}), Cell(0, 0)
    found = protect(of_companies([[alone, none], [many, many]]))
    assert set(told(found)) == {(0, 0), (0, 2)}
    assert found.published((2, 1)) is not None or found.published((2, 0)) is not None


@given(grids(counts, Grid.of_persons), some.integers(5, 20))
def test_no_hidden_count_can_be_told_better_than_below_the_threshold(grid, least):
    practice = USUAL.choosing(LEAST_PERSONS, least)
    found = protect(grid, practice=practice)
    bounds = intervals(grid, found.hidden)
    assert all(bounds[place].is_as_wide_as(least - 2) for place in told(found))


@given(grids(company_cells, of_companies), some.sampled_from([10, 20, 50]))
def test_no_hidden_amount_can_be_told_closely(grid, percent):
    practice = USUAL.choosing(MAGNITUDE_MARGIN, Share.percent(percent))
    found = protect(grid, practice=practice)
    bounds = intervals(grid, found.hidden)
    for place in told(found):
        value = grid.cells[place].value
        assert bounds[place].reaches(value + max(1, value * percent // 100))


@given(grids(counts, Grid.of_persons))
def test_every_small_cell_is_hidden_and_what_is_published_is_true(grid):
    found = protect(grid)
    for place, cell in grid.cells.items():
        if 0 < cell.value < 11:
            assert found.hidden[place] is Hiding.FEW_PERSONS
        elif place in found.hidden:
            assert found.hidden[place] is Hiding.COMPLEMENTARY
        else:
            assert found.published(place) == cell.value
    assert bool(beside(found)) <= bool(told(found))


@given(grids(counts, Grid.of_persons))
def test_the_same_grid_is_always_answered_the_same(grid):
    assert protect(grid).hidden == protect(grid).hidden


named_cells = some.dictionaries(some.sampled_from("ABCDEF"), some.integers(1, 500), max_size=5)


@given(grids(named_cells.map(Cell.shared), of_companies))
def test_nobody_inside_can_tell_closely_what_the_others_brought(grid):
    found = protect(grid)
    for insider in "ABCDEF":
        if not any(grid.cells[place].only == insider for place in found.hidden):
            continue
        bounds = intervals(grid, found.hidden, insider=insider)
        for place in told(found):
            others = grid.cells[place].value - grid.cells[place].brought_by(insider)
            assert not others or bounds[place].reaches(
                grid.cells[place].value + max(1, others // 5)
            )


def test_forty_tables_of_a_real_size_give_nothing_back_and_lose_a_bearable_part():
    """14 segments by 8 publics, 2 500 persons, as in a yearly bilan."""
    chance, places = Random(77), list(product(range(14), range(8)))
    small = worked_out = hidden = 0
    for _ in range(40):
        rows = [chance.lognormvariate(0, 1) for _ in range(14)]
        columns = [chance.lognormvariate(0, 0.8) for _ in range(8)]
        weights = [rows[row] * columns[column] for row, column in places]
        drawn = Counter(chance.choices(places, weights, k=2_500))
        grid = Grid.of_persons([[drawn[row, column] for column in range(8)] for row in range(14)])
        found = protect(grid)
        primary = told(found)
        small += len(primary)
        hidden += len(found.hidden)
        alone = intervals(grid, primary)
        worked_out += sum(not alone[place].is_as_wide_as(1) for place in primary)
        bounds = intervals(grid, found.hidden)
        assert all(bounds[place].is_as_wide_as(9) for place in primary)
    assert worked_out > small * 0.02
    assert hidden < small * 1.15
