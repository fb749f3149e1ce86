"""A table with its totals: each cell knows how many stand behind it, and the largest of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

Place: TypeAlias = tuple[int, int]


class Behind(StrEnum):
    """Who stands behind a figure."""

    PERSONS = "persons"
    COMPANIES = "companies"


@dataclass(frozen=True, slots=True)
class Cell:
    """`value` is what is published (persons, hours, euros); `largest` the part of one of them."""

    value: int
    contributors: int
    largest: int = 0

    @classmethod
    def persons(cls, number: int) -> Cell:
        """A count of persons."""
        return cls(number, number, min(number, 1))

    def __add__(self, other: Cell) -> Cell:
        return Cell(
            self.value + other.value,
            self.contributors + other.contributors,
            max(self.largest, other.largest),
        )


@dataclass(frozen=True)
class Grid:
    """Rows of cells, whose totals by row, by column and in all are published too.

    The categories are disjoint: nobody is counted in two cells. ValueError, in French, when the
    rows are not of one length. A list is a grid of one row: it has one total.
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
    def cells(self) -> dict[Place, Cell]:
        """Every cell that may be published; a total has the place after the last one."""
        found = {
            (row, column): cell
            for row, cells in enumerate(self.rows)
            for column, cell in enumerate(cells)
        }
        for line in self.lines:
            total, *parts = line
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


def _sum(cells: Iterator[Cell]) -> Cell:
    total = Cell(0, 0)
    for cell in cells:
        total += cell
    return total
