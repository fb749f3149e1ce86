import math
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.practice import USUAL
from perenne.rules.secrecy import Cell, Grid, Hiding, intervals, protect
from perenne.rules.secrecy.cells import Behind
from perenne.rules.secrecy.grounds import LEAST_PERSONS
from perenne.rules.secrecy.protecting import MAGNITUDE_WIDTH
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
    assert found.mention((0, 0)) == ""


def test_a_small_cell_takes_the_cheapest_corners_with_it():
    found = protect(Grid.of_persons([[3, 40, 90], [50, 60, 70], [80, 20, 30]]))
    assert told(found) == {(0, 0): Hiding.FEW_PERSONS}
    assert beside(found) == {(0, 1), (1, 0), (1, 1)}


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


def test_a_hidden_cell_says_why():
    found = protect(Grid.of_persons([[3, 40, 50]]))
    assert found.mention((0, 0)).replace("\u00a0", " ") == "non diffusé : moins de 11 personnes"
    assert "permettrait d’en recalculer une autre" in found.mention((0, 1))
    held = protect(Grid.of_persons([[3, 40, 50]]), practice=USUAL.choosing(LEAST_PERSONS, 5))
    assert "moins de 5 personnes" in held.mention((0, 0))


def test_amounts_of_companies_are_hidden_for_their_own_reasons():
    grid = of_companies(
        [
            [Cell(100, 2, 60), Cell(1_000, 9, 200)],
            [Cell(1_000, 5, 900), Cell(2_000, 9, 300)],
        ]
    )
    found = protect(grid)
    assert told(found) == {(0, 0): Hiding.FEW_COMPANIES, (1, 0): Hiding.DOMINANT}
    assert "moins de 3 entreprises" in found.mention((0, 0))
    assert "plus de 85\u00a0% du total" in found.mention((1, 0))


def test_a_grid_of_uneven_rows_is_refused():
    for rows in ([[1, 2], [3]], [], [[], []]):
        with pytest.raises(ValueError, match="le même nombre de cases par ligne"):
            Grid.of_persons(rows)


@given(grids(counts, Grid.of_persons), some.integers(5, 20))
def test_no_hidden_count_can_be_told_better_than_below_the_threshold(grid, least):
    practice = USUAL.choosing(LEAST_PERSONS, least)
    found = protect(grid, practice=practice)
    bounds = intervals(grid, found.hidden)
    assert all(bounds[place].is_as_wide_as(least - 1) for place in told(found))


@given(grids(company_cells, of_companies), some.sampled_from([10, 20, 50]))
def test_no_hidden_amount_can_be_told_closely(grid, percent):
    practice = USUAL.choosing(MAGNITUDE_WIDTH, Share.percent(percent))
    found = protect(grid, practice=practice)
    bounds = intervals(grid, found.hidden)
    for place in told(found):
        assert bounds[place].is_as_wide_as(
            max(1, math.floor(grid.cells[place].value * percent / 100))
        )


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


def test_tables_of_a_real_size_lose_a_bearable_part():
    """14 segments by 8 publics, 2 500 persons, as in a yearly bilan."""
    chance = Random(77)
    shown = total = 0
    for _ in range(10):
        rows = [chance.lognormvariate(0, 1) for _ in range(14)]
        columns = [chance.lognormvariate(0, 0.8) for _ in range(8)]
        scale = 2_500 / (sum(rows) * sum(columns))
        grid = Grid.of_persons([[round(r * c * scale) for c in columns] for r in rows])
        found = protect(grid)
        total += 14 * 8
        shown += sum(found.published((r, c)) is not None for r in range(14) for c in range(8))
    assert shown > total * 0.3
