"""Amounts side by side: one bar a line, its name above it, and what was expected as a tick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from perenne.rules.french import typeset
from perenne.web.design.charts.chart import (
    MARGIN,
    NO_FIGURE,
    WIDTH,
    Box,
    Chart,
    Key,
    Name,
    Rule,
    Stroke,
    Text,
    Tone,
    Wording,
    never_negative,
    nothing_to_draw,
    placed,
)

ROW, THICK, OVER = 62, 20, 8
"""Of a line, of its bar, and of the tick that passes over it."""
LENGTH = WIDTH - 2 * MARGIN
LONGEST = 34
"""Of a name in the drawing, in characters; it is whole in the table."""


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    value: int
    expected: int | None = None


def bar_chart(
    wording: Wording,
    bars: Sequence[Bar],
    *,
    columns: tuple[str, str, str] = ("Ligne", "Réalisé", "Attendu"),
    tone: Tone = Tone.GREEN,
) -> Chart:
    """In the order given. `columns`: what a line is, what its bar says, what its tick says."""
    values = [value for bar in bars for value in (bar.value, bar.expected or 0)]
    never_negative(values)
    if not any(values):
        return nothing_to_draw(wording)
    most, is_told = max(values), any(bar.expected is not None for bar in bars)
    return Chart(
        id=wording.id,
        title=wording.title,
        says=wording.says or _said(wording, bars),
        height=ROW * len(bars),
        columns=columns if is_told else columns[:2],
        rows=tuple(_row(wording, bar, is_told) for bar in bars),
        rules=tuple(_ticks(bars, most)),
        boxes=tuple(
            Box(MARGIN, _top(place), placed(bar.value, most, LENGTH), THICK, tone)
            for place, bar in enumerate(bars)
        ),
        texts=tuple(_texts(wording, bars)),
        legend=(
            (Name(columns[1], Key.AREA, tone), Name(columns[2], Key.TICK, Tone.INK))
            if is_told
            else ()
        ),
    )


def shortened(label: str) -> str:
    return label if len(label) <= LONGEST else f"{label[: LONGEST - 1].rstrip()}…"


def texts_of(place: int, left: str, right: str) -> tuple[Text, Text]:
    """What stands above a bar, at both ends."""
    y = _top(place) - 7
    return Text(MARGIN, y, shortened(left)), Text(WIDTH - MARGIN, y, right, "end")


def _top(place: int) -> int:
    return place * ROW + 34


def _texts(wording: Wording, bars: Sequence[Bar]) -> Iterator[Text]:
    for place, bar in enumerate(bars):
        yield from texts_of(place, bar.label, wording.write(bar.value))


def _ticks(bars: Sequence[Bar], most: int) -> Iterator[Rule]:
    for place, bar in enumerate(bars):
        if bar.expected is not None:
            x, top = MARGIN + placed(bar.expected, most, LENGTH), _top(place)
            yield Rule(x, top - 3, x, top + THICK + OVER - 3, Stroke.SOLID, is_strong=True)


def _row(wording: Wording, bar: Bar, is_told: bool) -> tuple[str, ...]:
    cells = (bar.label, wording.write(bar.value))
    if not is_told:
        return cells
    return (*cells, NO_FIGURE if bar.expected is None else wording.write(bar.expected))


def _said(wording: Wording, bars: Sequence[Bar]) -> str:
    """« Le plus : Maçonnerie, 1 200 h. Le moins : Peinture, 30 h. »."""
    high, low = max(bars, key=lambda it: it.value), min(bars, key=lambda it: it.value)
    said = f"Le plus : {high.label}, {wording.write(high.value)}."
    if low is not high:
        said += f" Le moins : {low.label}, {wording.write(low.value)}."
    return typeset(said)
