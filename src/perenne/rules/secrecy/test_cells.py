from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.secrecy import Cell, Grid
from perenne.rules.secrecy.cells import Behind

brought = some.dictionaries(some.sampled_from("ABCDE"), some.integers(0, 50))


def test_a_number_of_persons_is_its_own_number_of_contributors():
    assert Cell.persons(12) == Cell(12, 12, 1)
    assert Cell.persons(0) == Cell(0, 0, 0)


def test_a_shared_cell_knows_who_brings_what():
    cell = Cell.shared({"B": 30, "A": 70, "C": 0})
    assert cell == Cell(100, 2, 70, (("A", 70), ("B", 30)))
    assert [cell.brought_by(who) for who in "ABC"] == [70, 30, 0]
    assert cell.only is None
    assert Cell.shared({"A": 70}).only == "A"
    assert Cell.persons(1).only is None


@pytest.mark.parametrize(
    "figures",
    [
        (5, 0),
        (5, 6),
        (0, 1),
        (-1, -1),
        (-1, 0),
        (5, 2, 6),
        (5, 2, -1),
        (5, 2, 5, (("A", 5), ("B", -1))),
    ],
)
def test_figures_that_contradict_each_other_are_refused(figures):
    with pytest.raises(ValueError, match="vérifiez la case"):
        Cell(*figures)


@pytest.mark.parametrize("figures", [(0, 0), (1, 1, 1), (5, 1), (5, 5, 0), (5, 2, 5)])
def test_figures_that_agree_are_kept(figures):
    assert Cell(*figures).value == figures[0]


def test_a_company_behind_two_cells_is_counted_once_in_their_total():
    grid = Grid(((Cell.shared({"A": 60, "B": 40}), Cell.shared({"A": 60})),), Behind.COMPANIES)
    assert grid.cells[0, 2] == Cell.shared({"A": 120, "B": 40})
    unnamed = Grid(((Cell(100, 2, 60), Cell(60, 1, 60)),), Behind.COMPANIES)
    assert unnamed.cells[0, 2] == Cell(160, 3, 60)
    half_named = Cell.shared({"A": 60}) + Cell(100, 2, 60)
    assert half_named == Cell(100, 2, 60) + Cell.shared({"A": 60}) == Cell(160, 3, 60)


@pytest.mark.parametrize(
    ("whole", "part", "left"),
    [
        (Cell.persons(30), Cell.persons(12), Cell(18, 18, 1)),
        (Cell(900, 9, 500), Cell(700, 7, 500), Cell(200, 2, 200)),
        (Cell(900, 9, 100), Cell(700, 7, 500), Cell(200, 2, 100)),
        (Cell(900, 9, 100), Cell(860, 9, 100), Cell(40, 1, 40)),
        (Cell(900, 9, 100), Cell(900, 9, 100), Cell(0, 0, 0)),
        (Cell(900, 9, 100), Cell(0, 0), Cell(900, 9, 100)),
        (Cell.shared({"A": 9}), Cell(0, 0), Cell.shared({"A": 9})),
        (Cell.shared({"A": 9, "B": 5}), Cell.shared({"A": 8, "B": 5}), Cell.shared({"A": 1})),
        (Cell.shared({"A": 9}), Cell(4, 1, 4), Cell(5, 1, 5)),
    ],
)
def test_what_is_left_has_the_fewest_contributors_that_there_may_be(whole, part, left):
    assert whole - part == left


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        (Cell.persons(3), Cell.persons(4)),
        (Cell(900, 2), Cell(700, 3)),
        (Cell(900, 5), Cell(900, 3)),
        (Cell.shared({"A": 9, "B": 5}), Cell.shared({"A": 10, "B": 1})),
        (Cell.shared({"A": 9}), Cell.shared({"B": 1})),
    ],
)
def test_a_part_that_is_not_in_the_whole_cannot_be_taken_from_it(whole, part):
    with pytest.raises(ValueError, match="vérifiez la case"):
        whole - part


@given(brought, brought)
def test_shares_add_up_and_come_back(one, other):
    both = Cell.shared(one) + Cell.shared(other)
    assert both == Cell.shared(Counter(one) + Counter(other))
    assert both - Cell.shared(other) == Cell.shared(one)


@pytest.mark.parametrize(
    ("cell", "behind", "is_count"),
    [
        (Cell.persons(12), Behind.PERSONS, True),
        (Cell(4_000, 12, 700), Behind.PERSONS, False),
        (Cell.persons(12), Behind.COMPANIES, False),
    ],
)
def test_hours_of_persons_are_not_numbers_of_persons(cell, behind, is_count):
    assert Grid(((cell, Cell(0, 0)),), behind).is_count is is_count


def test_a_grid_of_uneven_rows_is_refused():
    for rows in ([[1, 2], [3]], [], [[], []]):
        with pytest.raises(ValueError, match="le même nombre de cases par ligne"):
            Grid.of_persons(rows)


def test_a_table_has_a_total_by_row_by_column_and_in_all():
    values = {place: cell.value for place, cell in Grid.of_persons([[1, 2], [3, 4]]).cells.items()}
    assert values == {
        (0, 0): 1,
        (0, 1): 2,
        (0, 2): 3,
        (1, 0): 3,
        (1, 1): 4,
        (1, 2): 7,
        (2, 0): 4,
        (2, 1): 6,
        (2, 2): 10,
    }


@pytest.mark.parametrize(("rows", "total"), [([[1, 2, 3]], (0, 3)), ([[1], [2], [3]], (3, 0))])
def test_a_list_has_one_total(rows, total):
    grid = Grid.of_persons(rows)
    assert grid.cells[total].value == 6
    assert len(grid.cells) == 4
    assert [line[0] for line in grid.lines] == [total]
