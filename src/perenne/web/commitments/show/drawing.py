"""The target in time, drawn in steps: the geometry alone, told in numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from perenne.rules.targets import Target
from perenne.values import Hours

WIDTH, HEIGHT = 480, 200
LEFT, RIGHT, TOP, BOTTOM = 4, 476, 26, 168


@dataclass(frozen=True, slots=True)
class Drawing:
    """Two paths in a box of `width` by `height`; `said` is the same in a sentence."""

    due: str
    expected: str
    most: Hours
    first: date
    last: date
    today: int
    said: str
    width: int = WIDTH
    height: int = HEIGHT


def drawn(points: Sequence[Target], *, today: date) -> Drawing | None:
    """None while there is no line to draw: one day, or no hour."""
    most = max((max(point.expected, point.due) for point in points), default=Hours(0))
    if len(points) < 2 or not most:
        return None
    first, last = points[0].on, points[-1].on
    days = max(1, (last - first).days)

    def across(day: date) -> int:
        return LEFT + (RIGHT - LEFT) * (day - first).days // days

    def up(hours: Hours) -> int:
        return BOTTOM - (BOTTOM - TOP) * hours.minutes // most.minutes

    def path(levels: Sequence[Hours]) -> str:
        steps = [f"M{LEFT} {up(levels[0])}"]
        for point, hours in zip(points[1:], levels[1:], strict=True):
            steps += [f"H{across(point.on)}", f"V{up(hours)}"]
        return "".join(steps)

    return Drawing(
        due=path([point.due for point in points]),
        expected=path([point.expected for point in points]),
        most=most,
        first=first,
        last=last,
        today=across(min(max(today, first), last)),
        said=f"De {points[0].due} dues le {first:%d/%m/%Y} à {points[-1].due} dues et "
        f"{points[-1].expected} attendues le {last:%d/%m/%Y}.",
    )
