"""A reader of the published figures, who only has them: another model, another solver.

It takes the figures as anybody downloads them, writes the sums that the dictionary promises, and
bounds each hidden figure (HiGHS; GLOP and CLP are the house’s own). Integers are tried too (CP-SAT).
Nothing of `rules.secrecy` is used here.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ortools.linear_solver import pywraplp
from ortools.sat.python import cp_model

Key = tuple[str, ...]
Figures = Mapping[Key, tuple[int | None, int | None]]
LISTS = ("segment", "epci", "sex", "age", "family")
SIDES = ("minutes", "persons")


def sums(figures: Iterable[Key]) -> list[tuple[str, Key, list[Key]]]:
    """(which side, total, its parts), as the dictionary says: lists, margins, quarters of a year."""
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
    """`knows`: minutes and persons that a company brought, and the places where it is alone."""

    def __init__(
        self,
        figures: Figures,
        knows: Mapping[Key, tuple[int, int]] | None = None,
        alone: Iterable[Key] = (),
        least: Mapping[tuple[str, Key], int] | None = None,
    ) -> None:
        self.figures, self.most = figures, 10**8
        self.solver = pywraplp.Solver.CreateSolver("HIGHS_LP")
        knows, alone = knows or {}, set(alone)
        self.unknown = {}
        for key, told in figures.items():
            if told[0] is not None:
                continue
            for at, side in enumerate(SIDES):
                mine = knows.get(key, (0, 0))[at]
                low = max(mine, 1)
                if least is not None:
                    low = min(low, least.get((side, key), low))
                high = mine if key in alone else self.most
                low = mine if key in alone else low
                self.unknown[side, key] = self.solver.NumVar(low, high, "")
        for side, total, its in sums(figures):
            row = self.solver.Constraint(0, 0)
            fixed = 0
            for key, sign in [(total, 1), *((part, -1) for part in its)]:
                value = figures[key][SIDES.index(side)]
                if value is None:
                    row.SetCoefficient(self.unknown[side, key], sign)
                else:
                    fixed += sign * value
            row.SetBounds(-fixed, -fixed)

    def bounds(self, side: str, key: Key) -> tuple[float, float]:
        one = self.unknown[side, key]
        ends = []
        for is_most in (False, True):
            objective = self.solver.Objective()
            objective.Clear()
            objective.SetCoefficient(one, 1)
            objective.SetOptimizationDirection(is_most)
            status = self.solver.Solve()
            if status != pywraplp.Solver.OPTIMAL:
                raise RuntimeError(f"the attack stopped: status {status}")
            ends.append(objective.Value())
        return ends[0], ends[1]


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
