"""What a reader can work out of the cells that are hidden: the attack, as a linear programme.

Unknowns are the hidden cells. Equations are the published sums: in each line, the total is the sum
of its parts. A reader also knows that a hidden cell is not nil, since zeros are published; an
insider (a contributor) knows what it brought itself, and the whole of a cell where it is alone.
The least and the greatest value of a cell under these equations is all that the table tells of it.
Two-way tables are networks: the bounds are integers, so nothing is lost by leaving integrality out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from ortools.linear_solver import pywraplp

from perenne.rules.law import Confidence, cites
from perenne.rules.secrecy.cells import Grid, Place
from perenne.rules.texts import INSEE_SECRECY


@dataclass(frozen=True, slots=True)
class Interval:
    """`high` is None when nothing bounds the cell."""

    low: int
    high: int | None

    def is_as_wide_as(self, width: int) -> bool:
        return self.reaches(self.low + width)

    def reaches(self, value: int) -> bool:
        return self.high is None or self.high >= value


@cites(
    INSEE_SECRECY,
    says="Que peut-on recalculer des cases tues ?",
    confidence=Confidence.SURE,
)
def intervals(
    grid: Grid, hidden: Collection[Place], *, insider: str | None = None
) -> Mapping[Place, Interval]:
    """The bounds that the published cells give of each hidden one, to a reader or an insider."""
    attack = Attack(grid, hidden, insider=insider)
    return {place: attack.on(place) for place in sorted(hidden)}


class Attack:
    """The programme, built once; each cell is an objective, taken both ways."""

    def __init__(
        self, grid: Grid, hidden: Collection[Place], *, insider: str | None = None
    ) -> None:
        # No published figure serves twice in a bound: one above their sum bounds nothing.
        self.beyond = 1 + sum(cell.value for cell in grid.cells.values())
        self.solver = pywraplp.Solver.CreateSolver("GLOP")
        least = min((1, *(grid.cells[place].value for place in hidden)))
        self.unknown: dict[Place, Any] = {}
        for place in sorted(hidden):
            known = 0 if insider is None else grid.cells[place].brought_by(insider)
            alone = insider is not None and grid.cells[place].only == insider
            high = known if alone else 3 * self.beyond
            self.unknown[place] = self.solver.NumVar(max(least, known), high, str(place))
        for total, *parts in grid.lines:
            self._add_up(grid, {total: -1, **dict.fromkeys(parts, 1)})

    def on(self, place: Place) -> Interval:
        objective = self.solver.Objective()
        objective.Clear()
        objective.SetCoefficient(self.unknown[place], 1)
        objective.SetMinimization()
        low = self._solved(objective)
        objective.SetMaximization()
        high = self._solved(objective)
        return Interval(low, None if high >= self.beyond else high)

    def _add_up(self, grid: Grid, signs: Mapping[Place, int]) -> None:
        known = sum(
            sign * grid.cells[place].value
            for place, sign in signs.items()
            if place not in self.unknown
        )
        equation = self.solver.Constraint(-known, -known)
        for place, sign in signs.items():
            if place in self.unknown:
                equation.SetCoefficient(self.unknown[place], sign)

    def _solved(self, objective: Any) -> int:
        """RuntimeError when the solver fails: a table is never held to be safe by accident."""
        status = self.solver.Solve()
        if status != pywraplp.Solver.OPTIMAL:
            raise RuntimeError(f"linear programme of the audit: status {status}")
        value: float = objective.Value()
        return round(value)
