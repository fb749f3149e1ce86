"""Each row of a consolidation file is accounted for: complete, or waiting for what is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from perenne.rules.consolidation.mapping import Asked, Consolidation
from perenne.rules.law import Confidence, cites
from perenne.rules.texts import DECP_SCHEMA, ESF_INDICATORS, SPASER
from perenne.values import Euros, Hours, Share

Fact: TypeAlias = str | int | Euros | Hours | Share | None
Facts: TypeAlias = Mapping[str, Fact]
STATE = "À compléter"
"""The last column of each file: empty for a row that is complete."""


@dataclass(frozen=True, slots=True)
class Accounted:
    """`missing`: the columns that wait, in the order of the file."""

    cells: tuple[Fact, ...]
    missing: tuple[Asked, ...]

    @property
    def is_complete(self) -> bool:
        return not self.missing

    @property
    def state(self) -> str:
        """« Diplôme : à demander à la personne ; … », or nothing."""
        return " ; ".join(f"{one.heading} : {one.where}" for one in self.missing)


@dataclass(frozen=True, slots=True)
class Accounting:
    mapping: Consolidation
    rows: tuple[Accounted, ...]

    @property
    def complete(self) -> int:
        return sum(row.is_complete for row in self.rows)

    @property
    def incomplete(self) -> int:
        return len(self.rows) - self.complete

    @property
    def headings(self) -> tuple[str, ...]:
        return (*self.mapping.headings, STATE)

    @property
    def table(self) -> tuple[tuple[Fact, ...], ...]:
        """As it is written: nothing is left out, and what waits says so."""
        return tuple((*row.cells, row.state) for row in self.rows)


@cites(
    DECP_SCHEMA,
    ESF_INDICATORS,
    SPASER,
    says="Que manque-t-il à chaque ligne d’un fichier de consolidation ?",
    confidence=Confidence.LIKELY,
)
def account(mapping: Consolidation, facts: Sequence[Facts]) -> Accounting:
    """A fact that is not known is an empty cell, never a zero. KeyError for a fact nobody gives."""
    return Accounting(mapping, tuple(_row(mapping, one) for one in facts))


def _row(mapping: Consolidation, facts: Facts) -> Accounted:
    cells = tuple(facts[column.fact] for column in mapping.columns)
    missing = tuple(
        column
        for column, cell in zip(mapping.columns, cells, strict=True)
        if column.is_needed and (cell is None or cell == "")
    )
    return Accounted(cells, missing)
