"""Bilans and statistics made up for tests: figures that nobody worked."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from perenne.domain.assessments.models import Statistics
from perenne.domain.assessments.queries.bilan_cards import Bilan, Breakdown, Line, Measure
from perenne.domain.assessments.queries.measures import MEASURES
from perenne.domain.assessments.scopes import Scope, ScopeKind
from perenne.values import Period

YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))
ON = date(2026, 11, 26)


def bilan_saying(
    measures: Mapping[str, int | None],
    lines: Mapping[str, Mapping[str, tuple[int, int]]] | None = None,
    *,
    scope: Scope | None = None,
    title: str = "Seine-et-Marne",
) -> Bilan:
    """`lines`: by breakdown and code, persons and minutes."""
    return Bilan(
        scope=scope or Scope(ScopeKind.DEPARTMENT, "77"),
        title=title,
        months=YEAR,
        on=ON,
        measures=tuple(
            Measure(code, MEASURES[code].label, MEASURES[code].unit, value)
            for code, value in measures.items()
        ),
        breakdowns=tuple(
            Breakdown(code, code.capitalize(), tuple(Line(it, it, *n) for it, n in held.items()))
            for code, held in (lines or {}).items()
        ),
    )


def new_statistics(
    quarter: str, figures: Mapping[tuple[str, ...], tuple[int, int] | None]
) -> Statistics:
    """An edition that tells these: minutes and persons, None where they are hidden."""
    labels = {
        "segment": {"works": "Bâtiment", "cleaning": "Nettoyage", "?": "Non renseigné"},
        "epci": {"200072130": "CA du Pays de Meaux", "247700057": "CA Melun Val de Seine"},
    }
    told = [[list(key), *(one or (None, None))] for key, one in figures.items()]
    return Statistics.objects.create(
        quarter=quarter,
        made_on=date(2026, 8, 16),
        until=datetime(2026, 8, 15, tzinfo=UTC),
        content={"figures": told, "labels": labels},
        behind={"crowds": {f"{quarter}|segment|works": [{"123456789": 4_242}, {}, 3]}},
    )
