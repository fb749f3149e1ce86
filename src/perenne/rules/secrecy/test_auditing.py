from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as some
from ortools.linear_solver import pywraplp

from perenne.rules.secrecy import Cell, Grid, Interval, intervals
from perenne.rules.secrecy.cells import Behind

counts = some.integers(0, 4)
shares = some.dictionaries(some.sampled_from("ABC"), some.integers(1, 3), max_size=2)


def grids(cells, build):
    return some.integers(1, 3).flatmap(
        lambda width: some.lists(
            some.lists(cells, min_size=width, max_size=width), min_size=1, max_size=3
        ).map(build)
    )


def of_companies(rows):
    return Grid(tuple(tuple(map(Cell.shared, row)) for row in rows), Behind.COMPANIES)


def parts_of(grid):
    return sorted(product(range(len(grid.rows)), range(len(grid.rows[0]))))


def by_enumeration(grid, hidden, insider=None):
    """Every table of whole numbers with the same published figures, one after the other."""
    values = {place: cell.value for place, cell in grid.cells.items()}
    room = {it: min(values[line[0]] for line in grid.lines if it in line[1:]) for it in hidden}
    least = min([1, *(values[it] for it in hidden)])
    known = {it: dict(grid.cells[it].shares).get(insider, 0) for it in hidden}
    alone = {it for it in hidden if insider and known[it] == values[it] > 0}
    found = {place: [] for place in hidden}
    for guess in product(*(range(room[place] + 1) for place in hidden)):
        tried = values | dict(zip(hidden, guess, strict=True))
        if (
            all(tried[total] == sum(tried[it] for it in parts) for total, *parts in grid.lines)
            and all(tried[it] >= max(least, known[it]) for it in hidden)
            and all(tried[it] == known[it] for it in alone)
        ):
            for place in hidden:
                found[place].append(tried[place])
    return {place: Interval(min(seen), max(seen)) for place, seen in found.items()}


@given(grids(counts, Grid.of_persons), some.data())
def test_the_bounds_are_those_of_every_table_that_could_be(grid, data):
    hidden = data.draw(some.lists(some.sampled_from(parts_of(grid)), unique=True, max_size=4))
    assert intervals(grid, hidden) == by_enumeration(grid, sorted(hidden))


@given(grids(shares, of_companies), some.data())
def test_an_insider_uses_what_it_brought(grid, data):
    hidden = data.draw(some.lists(some.sampled_from(parts_of(grid)), unique=True, max_size=4))
    found = intervals(grid, hidden, insider="A")
    assert found == by_enumeration(grid, sorted(hidden), "A")


def test_two_companies_alone_in_two_cells_of_a_line_see_each_other():
    grid = of_companies([[{"A": 60}, {"B": 40}, {"A": 50, "B": 30, "C": 30}]])
    hidden = [(0, 0), (0, 1)]
    assert intervals(grid, hidden)[0, 1] == Interval(1, 99)
    assert intervals(grid, hidden, insider="A")[0, 1] == Interval(40, 40)
    assert intervals(grid, hidden, insider="C")[0, 1] == Interval(1, 99)


def test_a_cell_hidden_alone_is_worked_out_from_its_total():
    grid = Grid.of_persons([[3, 40], [50, 60]])
    assert intervals(grid, [(0, 0)]) == {(0, 0): Interval(3, 3)}


def test_four_hidden_corners_leave_room():
    grid = Grid.of_persons([[3, 40], [50, 60]])
    hidden = [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert intervals(grid, hidden)[0, 0] == Interval(1, 42)


def test_without_any_total_nothing_bounds_a_cell():
    grid = Grid.of_persons([[3]])
    assert intervals(grid, [(0, 0), (1, 0)])[0, 0] == Interval(1, None)


def test_a_hidden_total_leaves_its_parts_unbounded():
    grid = Grid.of_persons([[3, 4]])
    everything = intervals(grid, grid.cells)
    assert everything == {
        (0, 0): Interval(1, None),
        (0, 1): Interval(1, None),
        (0, 2): Interval(2, None),
    }


def test_large_amounts_stay_exact():
    grid = Grid.of_persons([[987_654_321, 12], [7, 123_456_789]])
    assert intervals(grid, [(0, 0)])[0, 0] == Interval(987_654_321, 987_654_321)


@pytest.mark.parametrize(
    ("interval", "width", "wide"),
    [
        (Interval(0, 10), 10, True),
        (Interval(0, 9), 10, False),
        (Interval(5, 15), 10, True),
        (Interval(6, 15), 10, False),
        (Interval(40, None), 10, True),
    ],
)
def test_an_interval_is_as_wide_as_its_bounds_are_far(interval, width, wide):
    assert interval.is_as_wide_as(width) is wide


@pytest.mark.parametrize(
    ("interval", "value", "reached"),
    [(Interval(0, 10), 10, True), (Interval(0, 10), 11, False), (Interval(0, None), 99, True)],
)
def test_an_interval_reaches_up_to_its_greatest_value(interval, value, reached):
    assert interval.reaches(value) is reached


def test_a_solver_that_fails_never_makes_a_table_safe(monkeypatch):
    monkeypatch.setattr(pywraplp.Solver, "Solve", lambda self: pywraplp.Solver.ABNORMAL)
    with pytest.raises(RuntimeError, match="audit: status 4"):
        intervals(Grid.of_persons([[3, 40]]), [(0, 0)])
