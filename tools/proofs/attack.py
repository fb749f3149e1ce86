"""A reader of the published figures, who only has them: another model, another solver.

It takes the figures as anybody downloads them, writes the sums that the dictionary promises, and
bounds each hidden figure (GLOP, where the house uses CLP). Integers are tried too (CP-SAT). Nothing
of `rules.secrecy` is used here.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import product
from typing import Any

from ortools.linear_solver import pywraplp
from ortools.sat.python import cp_model

Key = tuple[str, ...]
Figures = Mapping[Key, tuple[int | None, int | None]]
LISTS = ("segment", "epci", "sex", "age", "family")
SIDES = ("minutes", "persons")
MOST = 10**8
SOLVER = "GLOP"
ENOUGH = 5_000
"""Milliseconds of one solution, which takes one: its primal simplex may turn in a circle."""
OTHERWISE = "use_dual_simplex: true"


def unveiled(figures: Figures) -> dict[Key, tuple[int | None, int | None]]:
    """With the places of a cross that are told nowhere: any segment in any EPCI."""
    found = dict(figures)
    for period in sorted({key[0] for key in figures if "-T" not in key[0]}):
        rows, columns = (
            [key[2] for key in figures if key[:2] == (period, table)]
            for table in ("segment", "epci")
        )
        for codes in product(rows, columns):
            found.setdefault((period, "segment_epci", *codes), (None, None))
    return found


def sums(figures: Iterable[Key]) -> list[tuple[str, Key, list[Key]]]:
    """(which side, total, its parts), as the dictionary says: lists, margins, quarters."""
    keys = set(figures)
    parts: dict[tuple[Key, str], list[Key]] = defaultdict(list)
    years: dict[Key, list[Key]] = defaultdict(list)
    for key in sorted(keys):
        period, table, *codes = key
        if table in LISTS:
            parts[(period, "total"), table].append(key)
        if table == "segment_epci":
            parts[(period, "segment", codes[0]), "cross"].append(key)
            parts[(period, "epci", codes[1]), "cross"].append(key)
        if "-T" in period and table != "segment_epci":
            years[(period[:4], *key[1:])].append(key)
    found = [(side, total, its) for (total, _), its in parts.items() for side in SIDES]
    found += [("minutes", total, its) for total, its in years.items() if total in keys]
    return found


class Reader:
    """`knows`: minutes and persons that a company brought, and the places where it is alone.

    `least` names the figures that are less than one in truth: a correction, hours of persons who
    are counted elsewhere. Each solution found, whatever it sought, widens what is known possible.
    """

    def __init__(
        self,
        figures: Figures,
        least: Mapping[tuple[str, Key], int],
        knows: Mapping[Key, tuple[int, int]] | None = None,
        alone: Collection[Key] = (),
    ) -> None:
        self.figures = figures
        self.solver = pywraplp.Solver.CreateSolver(SOLVER)
        self.solver.SetTimeLimit(ENOUGH)
        self.unknown: dict[tuple[str, Key], Any] = {}
        for key in sorted(figures):
            if figures[key][0] is None:
                for at, side in enumerate(SIDES):
                    mine = (knows or {}).get(key, (0, 0))[at]
                    known = max(mine, 0 if key[1] == "segment_epci" else 1)
                    low = mine if key in alone else min(known, least.get((side, key), known))
                    high = mine if key in alone else MOST
                    self.unknown[side, key] = self.solver.NumVar(low, high, "")
        for side, total, its in sums(figures):
            self._add_up(side, total, its)
        self.seen: dict[tuple[str, Key], list[float]] = {}

    def bounds(self, side: str, key: Key, high: float, width: float) -> tuple[float, float]:
        """The least and the greatest value, sought unless data found already reach so far."""
        one = (side, key)
        low, most = self.seen.get(one, [0.0, 0.0])
        if one not in self.seen or most < high or most - low < width:
            self._solve(one, is_most=False)
            self._solve(one, is_most=True)
        return self.seen[one][0], self.seen[one][1]

    def _solve(self, one: tuple[str, Key], *, is_most: bool) -> None:
        objective = self.solver.Objective()
        objective.Clear()
        objective.SetCoefficient(self.unknown[one], 1)
        objective.SetOptimizationDirection(is_most)
        status = self.solver.Solve()
        if status == pywraplp.Solver.NOT_SOLVED:
            self.solver.SetSolverSpecificParametersAsString(OTHERWISE)
            status = self.solver.Solve()
            self.solver.SetSolverSpecificParametersAsString(OTHERWISE.replace("true", "false"))
        if status != pywraplp.Solver.OPTIMAL:
            raise RuntimeError(f"the attack stopped: status {status}")
        for other, variable in self.unknown.items():
            value = variable.solution_value()
            ends = self.seen.setdefault(other, [value, value])
            ends[0], ends[1] = min(ends[0], value), max(ends[1], value)

    def _add_up(self, side: str, total: Key, its: list[Key]) -> None:
        row, fixed = self.solver.Constraint(0, 0), 0
        for key, sign in [(total, 1), *((part, -1) for part in its)]:
            value = self.figures[key][SIDES.index(side)]
            if value is None:
                row.SetCoefficient(self.unknown[side, key], sign)
            else:
                fixed += sign * value
        row.SetBounds(-fixed, -fixed)


def whole_persons(figures: Figures, key: Key, truth: int) -> bool:
    """Whether integers alone leave another number of persons than the true one there."""
    model = cp_model.CpModel()
    unknown = {
        it: model.NewIntVar(0, 20_000, "") for it, told in figures.items() if told[1] is None
    }
    for side, total, its in sums(figures):
        if side != "persons":
            continue
        model.Add(
            sum(unknown[it] if it in unknown else figures[it][1] for it in its)
            == (unknown[total] if total in unknown else figures[total][1])
        )
    model.Add(unknown[key] != truth)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver.Solve(model) in {cp_model.OPTIMAL, cp_model.FEASIBLE}
