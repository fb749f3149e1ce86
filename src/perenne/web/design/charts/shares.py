"""What wholes are made of: one full bar a line, cut in proportion, a pattern for each part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from perenne.rules.french import typeset
from perenne.rules.hours.apportioning import apportion
from perenne.web.design.charts.bars import LENGTH, ROW, THICK, texts_of
from perenne.web.design.charts.chart import (
    MARGIN,
    TONES,
    Box,
    Chart,
    Key,
    Name,
    Text,
    Wording,
    never_negative,
    nothing_to_draw,
)


@dataclass(frozen=True, slots=True)
class Stack:
    """A whole and its parts, in the order of the names of the parts."""

    label: str
    parts: tuple[int, ...]


def share_chart(
    wording: Wording, names: Sequence[str], stacks: Sequence[Stack], *, what: str = "Ligne"
) -> Chart:
    """`what`: what a line is. ValueError when a line has not one part for each name, when a
    part is negative, or when there are more names than patterns: gather the least ones first.
    """
    never_negative([part for stack in stacks for part in stack.parts])
    if len(names) > len(TONES) or any(len(stack.parts) != len(names) for stack in stacks):
        raise ValueError("one part for each name, and no more names than patterns")
    if not any(sum(stack.parts) for stack in stacks):
        return nothing_to_draw(wording)
    return Chart(
        id=wording.id,
        title=wording.title,
        says=wording.says or _said(names, stacks),
        height=ROW * len(stacks),
        columns=(what, *names, "Ensemble"),
        rows=tuple(_row(wording, stack) for stack in stacks),
        boxes=tuple(box for place, stack in enumerate(stacks) for box in _boxes(place, stack)),
        texts=tuple(_texts(wording, stacks)),
        legend=tuple(Name(name, Key.AREA, tone) for name, tone in zip(names, TONES, strict=False)),
    )


def percents(parts: Sequence[int]) -> tuple[int, ...]:
    """Whole per cents that add up to a hundred (largest remainders); zeros of nothing."""
    return apportion(100 if sum(parts) else 0, parts)


def _boxes(place: int, stack: Stack) -> Iterator[Box]:
    left = MARGIN
    widths = apportion(LENGTH if sum(stack.parts) else 0, stack.parts)
    for width, tone in zip(widths, TONES, strict=False):
        if width:
            yield Box(left, place * ROW + 34, width, THICK, tone)
        left += width


def _texts(wording: Wording, stacks: Sequence[Stack]) -> Iterator[Text]:
    for place, stack in enumerate(stacks):
        yield from texts_of(place, stack.label, wording.write(sum(stack.parts)))


def _row(wording: Wording, stack: Stack) -> tuple[str, ...]:
    shares = zip(stack.parts, percents(stack.parts), strict=True)
    told = (typeset(f"{wording.write(part)} ({share} %)") for part, share in shares)
    return (stack.label, *told, wording.write(sum(stack.parts)))


def _said(names: Sequence[str], stacks: Sequence[Stack]) -> str:
    """« Femmes : 40 %, hommes : 60 %. » of all the lines together."""
    together = [sum(parts) for parts in zip(*(stack.parts for stack in stacks), strict=True)]
    told = (f"{name} : {share} %" for name, share in zip(names, percents(together), strict=True))
    return typeset(", ".join(told) + ".")
