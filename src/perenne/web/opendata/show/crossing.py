"""The cross of a year as rows and columns: what nobody works at is a dash."""

from collections.abc import Sequence
from dataclasses import dataclass

from perenne.domain.assessments.queries.statistics import StatisticsFigure
from perenne.web.opendata.telling import hours_said

NOBODY = "–"


@dataclass(frozen=True, slots=True)
class Crossing:
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def crossing_of(figures: Sequence[StatisticsFigure]) -> Crossing | None:
    """Hours by segment, in rows, and by EPCI; None for a period without a cross."""
    if not figures:
        return None
    told = {one.labels: hours_said(one.minutes) for one in figures}
    columns = tuple(sorted({epci for _, epci in told}))
    return Crossing(
        columns,
        tuple(
            (segment, tuple(told.get((segment, epci), NOBODY) for epci in columns))
            for segment in sorted({segment for segment, _ in told})
        ),
    )
