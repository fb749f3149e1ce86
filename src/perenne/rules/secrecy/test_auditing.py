from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as some
from ortools.linear_solver import pywraplp

from perenne.rules.secrecy import Grid, Interval, intervals

counts = some.integers(0, 4)
small_grids = some.integers(1, 3).flatmap(
    lambda width: some.lists(
        some.lists(counts, min_size=width, max_size=width), min_size=1, max_size=3
    ).map(Grid.of_persons)
)


def inner_places(grid):
    return sorted(set(product(range(len(grid.rows)), range(len(grid.rows[0])))))


def by_enumeration(grid, hidden):
    """Every table of whole numbers with the same published figures, one after the other."""
    values = {place: cell.value for place, cell in grid.cells.items()}
    found = {place: [] for place in hidden}
    room = {it: min(values[line[0]] for line in grid.lines if it in line[1:]) for it in hidden}
    for guess in product(*(range(room[place] + 1) for place in hidden)):
        tried = values | dict(zip(hidden, guess, strict=True))
        if all(tried[total] == sum(tried[it] for it in parts) for total, *parts in grid.lines):
            for place in hidden:
                found[place].append(tried[place])
    return {place: Interval(min(seen), max(seen)) for place, seen in found.items()}


@given(small_grids, some.data())
def test_the_bounds_are_those_of_every_table_that_could_be(grid, data):
    places = inner_places(grid)
    hidden = data.draw(some.lists(some.sampled_from(places), unique=True, max_size=4))
    assert intervals(grid, hidden) == by_enumeration(grid, sorted(hidden))


def test_a_cell_hidden_alone_is_worked_out_from_its_total():
    grid = Grid.of_persons([[3, 40], [50, 60]])
    assert intervals(grid, [(0, 0)]) == {(0, 0): Interval(3, 3)}


def test_four_hidden_corners_leave_room():
    grid = Grid.of_persons([[3, 40], [50, 60]])
    hidden = [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert intervals(grid, hidden)[0, 0] == Interval(0, 43)


def test_without_any_total_nothing_bounds_a_cell():
    grid = Grid.of_persons([[3]])
    assert intervals(grid, [(0, 0), (1, 0)])[0, 0] == Interval(0, None)


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


def test_a_solver_that_fails_never_makes_a_table_safe(monkeypatch):
    monkeypatch.setattr(pywraplp.Solver, "Solve", lambda self: pywraplp.Solver.ABNORMAL)
    with pytest.raises(RuntimeError, match="audit: status 4"):
        intervals(Grid.of_persons([[3, 40]]), [(0, 0)])
