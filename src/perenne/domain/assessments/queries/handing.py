"""What is left out of a bilan before it is handed to others than those who follow the persons.

Decision 0011: a number of persons from 1 to 10 is not told, nor what would give it back. Hours of
a contract are known to its parties and stay; hours of a few persons, in a breakdown, do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from perenne.domain.assessments.queries.bilans import Bilan, Breakdown, Line, Unit
from perenne.rules.practice import USUAL, Practice
from perenne.rules.secrecy import Behind, Cell, Grid, hidden_for, protect

Hidden: TypeAlias = frozenset[tuple[str, ...]]
"""(measure), (breakdown, "") for the whole of one, (breakdown, line, "persons" or "minutes")."""

NOTHING: Hidden = frozenset()
EVERYONE = "persons"


def hidden_in(bilan: Bilan, *, practice: Practice = USUAL) -> Hidden:
    """The same bilan always hides the same cells."""
    persons = _persons_in(bilan)
    if _is_small(persons, practice):
        return _all_of(bilan)
    cells = {
        place
        for breakdown in bilan.breakdowns
        for place in (
            *_hidden_lines(breakdown, "persons", practice),
            *_hidden_lines(breakdown, "minutes", practice),
        )
    }
    told = {
        line.persons
        for breakdown in bilan.breakdowns
        for line in breakdown.lines
        if (breakdown.code, line.code, "persons") in cells
    }
    measures = {
        (one.code,)
        for one in bilan.measures
        if one.unit is Unit.PERSONS
        and one.code != EVERYONE
        and one.value
        and (
            one.value in told
            or _is_small(one.value, practice)
            or _is_small(persons - one.value, practice)
        )
    }
    return frozenset(cells | measures)


def _persons_in(bilan: Bilan) -> int:
    return next((one.value or 0 for one in bilan.measures if one.code == EVERYONE), 0)


def _is_small(number: int, practice: Practice) -> bool:
    return number > 0 and bool(
        hidden_for(Cell.persons(number), Behind.PERSONS, practice=practice)
    )


def _all_of(bilan: Bilan) -> Hidden:
    """So few that a zero would tell too: « aucune femme » of three persons."""
    measures = {(one.code,) for one in bilan.measures if one.unit is Unit.PERSONS}
    return frozenset(measures | {(one.code, "") for one in bilan.breakdowns})


def _hidden_lines(
    breakdown: Breakdown, what: str, practice: Practice
) -> Iterator[tuple[str, str, str]]:
    if not breakdown.lines:
        return
    grid = Grid((tuple(_cell(line, what) for line in breakdown.lines),))
    for row, column in protect(grid, practice=practice).hidden:
        if row == 0 and column < len(breakdown.lines):
            yield breakdown.code, breakdown.lines[column].code, what


def _cell(line: Line, what: str) -> Cell:
    if what == "persons":
        return Cell.persons(line.persons)
    minutes = max(line.minutes, 0)
    return Cell(minutes, min(max(line.persons, min(minutes, 1)), minutes))
