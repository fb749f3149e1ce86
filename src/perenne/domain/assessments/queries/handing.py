"""What is left out of a bilan before it is handed to others than those who follow the persons.

Decision 0011: a number of persons from 1 to 10 is not told, nor what would give it back. Hours of
a contract are known to its parties and stay; hours of a few persons, in a breakdown, do not.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import product
from typing import TypeAlias

from perenne.domain.assessments.queries.bilan_cards import Bilan, Breakdown, Line, Measure
from perenne.domain.assessments.queries.measures import Unit
from perenne.rules.practice import USUAL, Practice
from perenne.rules.secrecy import Behind, Cell, Grid, hidden_for, protect

Hidden: TypeAlias = frozenset[tuple[str, ...]]
"""(measure), (breakdown, "") for the whole of one, (breakdown, line, "persons" or "minutes")."""

NOTHING: Hidden = frozenset()
EVERYONE = "persons"
COUNTED = ("persons", "minutes")
OF_LINES = {
    "exits_to_work": ("exit", "persons"),
    "lasting_share": ("contract_length", "minutes"),
    "diversification": ("segment", "minutes"),
}
"""What a figure is made of: it would give back a line of theirs that is hidden."""

OF_FEW = frozenset({"exits", "exits_to_work", *OF_LINES, "hours_per_person", "training_hours"})
"""Of the same persons, in another unit: hidden with them when all of them are few."""


def hidden_in(bilan: Bilan, *, practice: Practice = USUAL) -> Hidden:
    """The same bilan always hides the same cells."""
    persons = next((one.value or 0 for one in bilan.measures if one.code == EVERYONE), 0)
    if is_small(persons, practice):
        return _all_of(bilan)
    few = {one.code: _hidden_columns(one, EVERYONE, practice) for one in bilan.breakdowns}
    wholes = {one.code for one in bilan.breakdowns if len(one.lines) in few[one.code]}
    cells = {
        (one.code, one.lines[column].code, what)
        for one in bilan.breakdowns
        if one.code not in wholes
        for what in COUNTED
        for column in (few[one.code] if what == EVERYONE else _hidden_columns(one, what, practice))
        if column < len(one.lines)
    }
    told = {
        line.persons
        for one in bilan.breakdowns
        for line in one.lines
        if one.code in wholes or (one.code, line.code, "persons") in cells
    }
    lines = {(code, what) for code, _, what in cells} | set(product(wholes, COUNTED))
    measures = {
        (one.code,)
        for one in bilan.measures
        if OF_LINES.get(one.code) in lines
        or (_counts_persons(one) and _is_told(one.value or 0, persons, told, practice))
    }
    return frozenset(cells | measures | {(code, "") for code in wholes})


def is_small(number: int, practice: Practice = USUAL) -> bool:
    """Whether so many persons may not be told by themselves; nobody is none."""
    return bool(hidden_for(Cell.persons(max(number, 0)), Behind.PERSONS, practice=practice))


def _counts_persons(one: Measure) -> bool:
    return one.code != EVERYONE and (one.unit is Unit.PERSONS or one.code.startswith("exits"))


def _is_told(number: int, persons: int, lines: Collection[int], practice: Practice) -> bool:
    """By itself, by what is left of all the persons, or by a line that is the same figure."""
    rest = persons - number
    return bool(number) and (number in lines or is_small(number, practice)
                             or is_small(rest, practice))  # fmt: skip


def _all_of(bilan: Bilan) -> Hidden:
    """So few that a zero would tell too: « aucune femme » of three persons."""
    measures = {
        (one.code,) for one in bilan.measures if one.unit is Unit.PERSONS or one.code in OF_FEW
    }
    return frozenset(measures | {(one.code, "") for one in bilan.breakdowns})


def _hidden_columns(breakdown: Breakdown, what: str, practice: Practice) -> set[int]:
    """The places of the lines to hide, and their number for the total (hours keep theirs)."""
    if not breakdown.lines:
        return set()
    grid = Grid((tuple(_cell(line, what) for line in breakdown.lines),))
    return {column for row, column in protect(grid, practice=practice).hidden if row == 0}


def _cell(line: Line, what: str) -> Cell:
    if what == "persons":
        return Cell.persons(line.persons)
    minutes = max(line.minutes, 0)
    return Cell(minutes, min(max(line.persons, min(minutes, 1)), minutes))
