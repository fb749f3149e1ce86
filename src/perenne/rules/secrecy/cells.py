"""A table with its totals: each cell knows how many stand behind it, and the largest of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from perenne.rules.french import typeset

Place: TypeAlias = tuple[int, int]


class Behind(StrEnum):
    """Who stands behind a figure."""

    PERSONS = "persons"
    COMPANIES = "companies"


@dataclass(frozen=True, slots=True)
class Cell:
    """`value` is what is published (persons, minutes, cents); `largest` the part of one of them.

    A contributor brings something: nobody stands behind zero. `shares` tells who brings how much
    when it is known: the same company may then stand behind two cells of a line, and is counted
    once in its total. ValueError, in French, when the figures contradict each other.
    """

    value: int
    contributors: int
    largest: int = 0
    shares: tuple[tuple[str, int], ...] = ()

    def __post_init__(self) -> None:
        is_sound = min(self.value, 1) <= self.contributors <= self.value
        least = min((part for _, part in self.shares), default=0)
        if not (is_sound and 0 <= self.largest <= self.value and least >= 0):
            raise ValueError(
                typeset(
                    "Chaque contributeur apporte au moins une unité et aucun n'apporte plus que "
                    "le total : vérifiez la case."
                )
            )

    @classmethod
    def persons(cls, number: int) -> Cell:
        """A count of persons."""
        return cls(number, number, min(number, 1))

    @classmethod
    def shared(cls, brought: Mapping[str, int]) -> Cell:
        """What each contributor, known by its code, brings."""
        shares = tuple(sorted((who, part) for who, part in brought.items() if part))
        parts = [part for _, part in shares]
        return cls(sum(parts), len(parts), max(parts, default=0), shares)

    def brought_by(self, who: str) -> int:
        return dict(self.shares).get(who, 0)

    @property
    def only(self) -> str | None:
        """The contributor that stands alone behind the cell, when it is known."""
        return self.shares[0][0] if len(self.shares) == 1 else None

    def __add__(self, other: Cell) -> Cell:
        if self._is_told and other._is_told:
            return Cell.shared(Counter(dict(self.shares)) + Counter(dict(other.shares)))
        return Cell(
            self.value + other.value,
            self.contributors + other.contributors,
            max(self.largest, other.largest),
        )

    def __sub__(self, part: Cell) -> Cell:
        """What is left; where nobody is named, the fewest and the largest that there may be."""
        if self._is_told and part._is_told:
            left = Counter(dict(self.shares))
            left.subtract(dict(part.shares))
            return Cell.shared(left)
        value = self.value - part.value
        contributors = self.contributors - part.contributors or min(value, 1)
        return Cell(value, contributors, min(self.largest, value))

    @property
    def _is_told(self) -> bool:
        return bool(self.shares) or not self.value


@dataclass(frozen=True)
class Grid:
    """Rows of cells, whose totals by row, by column and in all are published too.

    What the rows and columns count is disjoint: each unit of the value is in one cell only.
    ValueError, in French, when the rows are not of one length. A list is a grid of one row.
    """

    rows: tuple[tuple[Cell, ...], ...]
    behind: Behind = Behind.PERSONS

    def __post_init__(self) -> None:
        if len({len(row) for row in self.rows}) != 1 or not self.rows[0]:
            raise ValueError("Donnez au moins une case, et le même nombre de cases par ligne.")

    @classmethod
    def of_persons(cls, rows: Sequence[Sequence[int]]) -> Grid:
        return cls(tuple(tuple(map(Cell.persons, row)) for row in rows))

    @cached_property
    def is_count(self) -> bool:
        """Whether the figures are numbers of persons, not the hours or euros of these persons."""
        counted = all(cell.value == cell.contributors for cell in self.cells.values())
        return self.behind is Behind.PERSONS and counted

    @cached_property
    def cells(self) -> dict[Place, Cell]:
        """Every cell that may be published; a total has the place after the last one."""
        found = {
            (row, column): cell
            for row, cells in enumerate(self.rows)
            for column, cell in enumerate(cells)
        }
        for total, *parts in self.lines:
            found[total] = _sum(found[part] for part in parts)
        return found

    @cached_property
    def lines(self) -> tuple[tuple[Place, ...], ...]:
        """A total and what it adds up, for each row, each column and the whole."""
        height, width = len(self.rows), len(self.rows[0])
        by_row = [((row, width), *((row, at) for at in range(width))) for row in range(height)]
        by_column = [
            ((height, column), *((at, column) for at in range(height))) for column in range(width)
        ]
        whole = ((height, width), *((at, width) for at in range(height)))
        if width == 1:
            return tuple(by_column)
        return tuple([*by_row, *by_column, whole] if height > 1 else by_row)


def _sum(cells: Iterable[Cell]) -> Cell:
    return sum(cells, start=Cell(0, 0))
