"""A breakdown as a chart whose table is the breakdown itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from perenne.domain.assessments.queries.bilan_cards import Line
from perenne.domain.assessments.queries.measures import Unit
from perenne.values import Hours
from perenne.web.bilans.telling import Told, written
from perenne.web.design.charts import (
    Bar,
    Chart,
    Series,
    Stack,
    Wording,
    bar_chart,
    line_chart,
    share_chart,
)

AN_HOUR = 60
WHOLES = frozenset({"sex", "qpv"})
"""Few parts of one whole: a single bar cut in two says it best."""
IN_ORDER = frozenset({"age", "diploma", "contract_length"})
"""Steps of a scale: the largest first would make no sense of them."""
MOST_BARS = 8


def chart_of(told: Told) -> Chart:
    """Nothing hidden is drawn, and the table says « s. » in its place. What is all in one line is
    a sentence."""
    drawn = _drawn(told)
    if len(told.drawn) == len(told.rows) and told.is_of_one:
        return replace(drawn, boxes=(), paths=())
    rows = tuple((one.label, one.persons, one.hours, one.share) for one in told.rows)
    return replace(drawn, columns=(told.label, "Personnes", "Heures", "Part"), rows=rows)


def _drawn(told: Told) -> Chart:
    wording = _wording(told)
    lines = [(line, row.label) for line, row in told.drawn if _value(line, told)]
    if told.code == "month" and len(lines) > 1:
        points = tuple((date.fromisoformat(f"{it.code}-01"), _value(it, told)) for it, _ in lines)
        return line_chart(wording, [Series("Heures réalisées", points)])
    if told.code in WHOLES and lines:
        stack = Stack("Ensemble", tuple(_value(line, told) for line, _ in lines))
        return share_chart(wording, [label for _, label in lines], [stack])
    if told.code not in IN_ORDER:
        lines.sort(key=lambda it: -_value(it[0], told))
    bars = [Bar(label, _value(line, told)) for line, label in lines[:MOST_BARS]]
    return bar_chart(wording, bars, columns=("", told.counted, ""))


def _wording(told: Told) -> Wording:
    name = f"bilan-{told.code.replace('_', '-')}"
    if told.by_hours:
        return Wording(name, told.label, _hours, AN_HOUR, told.says)
    return Wording(name, told.label, says=told.says)


def _value(line: Line, told: Told) -> int:
    return max(line.minutes, 0) if told.by_hours else line.persons


def _hours(minutes: int) -> str:
    """Whole hours: a drawing is read from afar."""
    return written(Hours(minutes).whole * AN_HOUR, Unit.HOURS)
