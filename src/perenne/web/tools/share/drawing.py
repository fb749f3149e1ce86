"""The hours drawn: on the left where they were worked, on the right where they are counted.

Everything is text, so that no figure takes the spaces of French numbers on its way to the page.
"""

from __future__ import annotations

from dataclasses import dataclass

from perenne.values import Hours
from perenne.web.tools.share.form import WITHOUT
from perenne.web.tools.share.scenario import NONE, Scenario

WIDTH, BAR, GAP, TOP, ROOM = 340, 16, 34, 26, 210
COLOURS = {"A": "var(--green)", "B": "var(--ochre)", "C": "var(--info)"}
PALE = "var(--rule-strong)"
NOWHERE = ""


@dataclass(frozen=True, slots=True)
class Box:
    """`filled` of its height is done; the rest is an outline."""

    x: str
    y: str
    height: str
    filled: str
    colour: str
    label: str
    label_x: str
    label_y: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Ribbon:
    path: str
    colour: str


@dataclass(frozen=True, slots=True)
class Drawing:
    height: str
    boxes: tuple[Box, ...]
    ribbons: tuple[Ribbon, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """Where each thing of a column begins, and its height: all of it, and what is filled."""

    tops: dict[str, int]
    heights: dict[str, int]
    end: int


def drawing_of(found: Scenario) -> Drawing:
    flows = dict(found.flows) | _lost(found)
    worked = _total(flows, side=0)
    counted = _total(flows, side=1)
    whole = {it.letter: max(it.owed, counted.get(it.letter, NONE)) for it in found.shares}
    if counted.get(NOWHERE):
        whole[NOWHERE] = counted[NOWHERE]
    most = max(_minutes(worked), _minutes(whole), 1)
    left, right = _column(worked, most), _column(whole, most)
    owed = {it.letter: f"{it.letter} : {it.counted} sur {it.owed}" for it in found.shares}
    said = owed | {NOWHERE: f"Non comptées : {counted.get(NOWHERE, NONE)}"}
    boxes = (
        *(_box(key, left, scaled(worked[key], most), _name(key, worked[key]), 0) for key in worked),
        *(_box(key, right, scaled(counted.get(key, NONE), most), said[key], 1) for key in whole),
    )
    return Drawing(str(max(left.end, right.end)), boxes, _ribbons(flows, left, right, most))


def scaled(hours: Hours, most: int) -> int:
    return max(1, hours.minutes * ROOM // most) if hours else 0


def _lost(found: Scenario) -> dict[tuple[str, str], Hours]:
    lost: dict[tuple[str, str], Hours] = {}
    for month in found.months:
        if month.left:
            at = (month.place or WITHOUT, NOWHERE)
            lost[at] = lost.get(at, NONE) + month.left
    return lost


def _total(flows: dict[tuple[str, str], Hours], *, side: int) -> dict[str, Hours]:
    total: dict[str, Hours] = {}
    for at in sorted(flows, key=lambda at: (at[side] == NOWHERE, at[side])):
        total[at[side]] = total.get(at[side], NONE) + flows[at]
    return total


def _minutes(hours: dict[str, Hours]) -> int:
    return sum(it.minutes for it in hours.values())


def _column(hours: dict[str, Hours], most: int) -> Column:
    tops, heights, y = {}, {}, TOP
    for key, it in hours.items():
        tops[key], heights[key] = y, scaled(it, most)
        y += heights[key] + GAP
    return Column(tops, heights, y - GAP + 8 if hours else TOP)


def _name(key: str, worked: Hours) -> str:
    return f"Sans clause : {worked}" if key == WITHOUT else f"{key} : {worked}"


def _box(key: str, column: Column, filled: int, label: str, side: int) -> Box:
    x = side * (WIDTH - BAR)
    return Box(
        x=str(x),
        y=str(column.tops[key]),
        height=str(column.heights[key]),
        filled=str(filled),
        colour=COLOURS.get(key, PALE),
        label=label,
        label_x=str(WIDTH if side else 0),
        label_y=str(column.tops[key] - 8),
        anchor="end" if side else "start",
    )


def _ribbons(
    flows: dict[tuple[str, str], Hours], left: Column, right: Column, most: int
) -> tuple[Ribbon, ...]:
    """Each starts where the one before it ended, on both sides."""
    from_y, to_y = dict(left.tops), dict(right.tops)
    drawn = []
    for home, to in sorted(flows, key=lambda at: (at[0], at[1] == NOWHERE, at[1])):
        height = scaled(flows[home, to], most)
        drawn.append(Ribbon(_path(from_y[home], to_y[to], height), COLOURS.get(home, PALE)))
        from_y[home] += height
        to_y[to] += height
    return tuple(drawn)


def _path(start: int, end: int, height: int) -> str:
    x0, x1, mid = BAR, WIDTH - BAR, WIDTH // 2
    return (
        f"M{x0} {start} C{mid} {start} {mid} {end} {x1} {end} V{end + height} "
        f"C{mid} {end + height} {mid} {start + height} {x0} {start + height} Z"
    )
