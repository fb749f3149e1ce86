"""The body of a bilan, alive or frozen: what `board.html` shows."""

from dataclasses import dataclass

from perenne.domain.assessments.queries.bilans import Bilan
from perenne.domain.assessments.queries.handing import Hidden
from perenne.web.bilans.drawing import chart_of
from perenne.web.bilans.telling import (
    HIDDEN_NOTE,
    QUALITY,
    QUANTITY,
    Figure,
    Told,
    figures_of,
    in_sections,
    key_figures,
    of_families,
    told_of,
)
from perenne.web.design.charts import Chart


@dataclass(frozen=True, slots=True)
class Side:
    """Figures that stand beside others: quantity, quality."""

    title: str
    families: tuple[tuple[str, tuple[Figure, ...]], ...]


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    anchor: str
    charts: tuple[tuple[Told, Chart], ...]


@dataclass(frozen=True, slots=True)
class Board:
    keys: tuple[Figure, ...]
    sides: tuple[Side, ...]
    figures: tuple[Figure, ...]
    sections: tuple[Section, ...]
    note: str
    """What a reader is told of the cells that are hidden; "" where none is."""


def board_of(bilan: Bilan, hidden: Hidden) -> Board:
    figures = figures_of(bilan, hidden)
    return Board(
        keys=key_figures(figures),
        sides=tuple(
            Side(title, of_families(figures, families)) for title, families in (QUANTITY, QUALITY)
        ),
        figures=figures,
        sections=tuple(
            Section(title, anchor, tuple((told, chart_of(told)) for told in tables))
            for title, anchor, tables in in_sections(told_of(bilan, hidden))
        ),
        note=HIDDEN_NOTE if hidden else "",
    )
