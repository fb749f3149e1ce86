"""The attack on linked tables: one linear programme for the hours and the persons of all of them.

A reader knows the published places, that totals add up, that nobody works without an hour, that
the persons of a year are at least those of each of its quarters and at most their sum, and that a
place told as hidden is not empty, unless it is veiled. A company also knows what it brought, and
the whole of a place where it is alone. What is supposed of the data is supposed only where it is
true.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, floor
from typing import Any, TypeAlias

from ortools.linear_solver import pywraplp

from perenne.rules.secrecy.auditing import Interval
from perenne.rules.secrecy.crowds import Crowd, Key, Linked

SLACK = 1e-4
PATTERNS = (
    (1, 1, -1, -1), (-1, -1, 1, 1), (1, 1, -1, -1, -1, -1), (-1, -1, -1, -1, 1, 1),
    (1, 1, 1, 1, -1, -1, -1, -1), (-1, -1, 1, 1, 1, 1, -1, -1, -1, -1),
)  # fmt: skip
"""Which figures are pushed up and which down; a place has two of them in a row."""


class Side(StrEnum):
    MINUTES = "minutes"
    PERSONS = "persons"


Unknown: TypeAlias = tuple[Side, Key]


@dataclass(slots=True)
class Seen:
    """The least and the greatest value that some possible data give to a figure."""

    low: float
    high: float


class LinkedAttack:
    """`seen` widens with each solution found, of whatever was sought: most answers come free."""

    def __init__(
        self, linked: Linked, hidden: Collection[Key], *, insider: str | None = None
    ) -> None:
        self.linked, self.insider = linked, insider
        self.beyond = 1 + sum(abs(one.total) + one.persons for one in linked.crowds.values())
        self.solver = pywraplp.Solver.CreateSolver("CLP")
        self.unknown: dict[Unknown, Any] = {}
        for key in sorted(hidden):
            self._know(key, linked.crowds[key])
        for total, *parts in linked.lines:
            for side in Side:
                self._bound(side, {total: 1, **dict.fromkeys(parts, -1)}, 0, 0)
        for total, *parts in linked.spans:
            self._bound(Side.MINUTES, {total: 1, **dict.fromkeys(parts, -1)}, 0, 0)
            self._overlap(total, parts)
        self.seen: dict[Unknown, Seen] = {
            one: Seen(value, value) for one in self.unknown for value in [float(self._truth(*one))]
        }

    def stretch(self) -> None:
        """A few possible data far apart, which answer most of what will be asked of each figure."""
        for signs in PATTERNS:
            objective = self._objective()
            for at, variable in enumerate(self.unknown.values()):
                objective.SetCoefficient(variable, signs[at % len(signs)])
            objective.SetMaximization()
            self._look()

    def interval(self, side: Side, key: Key) -> Interval:
        """What may be worked out; `high` is None when nothing bounds it."""
        low, high = self._ends((side, key))
        return Interval(ceil(low - SLACK), None if high >= self.beyond else floor(high + SLACK))

    def reaches(self, side: Side, key: Key, high: int) -> bool:
        """Whether the figure may be as great."""
        one = self.seen[side, key]
        if one.high < high - SLACK:
            self._solve((side, key), is_least=False)
        return one.high >= high - SLACK

    def is_wide(self, side: Side, key: Key, width: int) -> bool:
        """Whether its least and its greatest value are as far from each other."""
        one = self.seen[side, key]
        if one.high - one.low < width - SLACK:
            self._ends((side, key))
        return one.high - one.low >= width - SLACK

    def _ends(self, one: Unknown) -> tuple[float, float]:
        return self._solve(one, is_least=True), self._solve(one, is_least=False)

    def _solve(self, one: Unknown, *, is_least: bool) -> float:
        objective = self._objective()
        objective.SetCoefficient(self.unknown[one], 1)
        objective.SetOptimizationDirection(not is_least)
        self._look()
        return float(objective.Value())

    def _objective(self) -> Any:
        objective = self.solver.Objective()
        objective.Clear()
        return objective

    def _look(self) -> None:
        """RuntimeError when the solver fails: a table is never held to be safe by accident."""
        status = self.solver.Solve()
        if status != pywraplp.Solver.OPTIMAL:
            raise RuntimeError(f"linear programme of the audit: status {status}")
        for other, variable in self.unknown.items():
            value, seen = variable.solution_value(), self.seen[other]
            seen.low, seen.high = min(seen.low, value), max(seen.high, value)

    def _truth(self, side: Side, key: Key) -> int:
        crowd = self.linked.crowds[key]
        return crowd.total if side is Side.MINUTES else crowd.persons

    def _know(self, key: Key, crowd: Crowd) -> None:
        """What is known of a hidden place before any sum."""
        brought = {Side.MINUTES: crowd.minutes, Side.PERSONS: crowd.heads}
        is_alone = self.insider is not None and crowd.only == self.insider
        for side in Side:
            truth = self._truth(side, key)
            known = brought[side].get(self.insider or "", 0)
            least = max(0 if key in self.linked.veiled else 1, known)
            low = truth if is_alone else min(truth, least)
            high = truth if is_alone else 3 * self.beyond
            self.unknown[side, key] = self.solver.NumVar(low, high, f"{side} {key}")
        if crowd.total >= crowd.persons:
            apart = self.solver.Constraint(0, self.solver.infinity())
            apart.SetCoefficient(self.unknown[Side.MINUTES, key], 1)
            apart.SetCoefficient(self.unknown[Side.PERSONS, key], -1)

    def _overlap(self, total: Key, parts: Iterable[Key]) -> None:
        """The persons of a year are no more than those of its quarters, and no fewer than any."""
        whole, found = self._truth(Side.PERSONS, total), list(parts)
        endless = self.solver.infinity()
        if whole <= sum(self._truth(Side.PERSONS, part) for part in found):
            self._bound(Side.PERSONS, {total: -1, **dict.fromkeys(found, 1)}, 0, endless)
        for part in found:
            if self._truth(Side.PERSONS, part) <= whole:
                self._bound(Side.PERSONS, {total: 1, part: -1}, 0, endless)

    def _bound(self, side: Side, signs: Mapping[Key, int], low: float, high: float) -> None:
        told = sum(
            sign * self._truth(side, key)
            for key, sign in signs.items()
            if (side, key) not in self.unknown
        )
        row = self.solver.Constraint(low - told, high - told)
        for key, sign in signs.items():
            if (side, key) in self.unknown:
                row.SetCoefficient(self.unknown[side, key], sign)
