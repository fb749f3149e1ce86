"""The days on which a target changed, each with what happened."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from perenne.rules.targets import Facts, Target, curve, happenings

MOST_LINES = 60


@dataclass(frozen=True, slots=True)
class Line:
    on: date
    labels: tuple[str, ...]
    target: Target


def points_of(facts: Facts, *, today: date) -> tuple[Target, ...]:
    """Up to today, or to the last day of the contract once it is over."""
    last = facts.end.on if facts.end is not None else today
    return curve(facts, until=max(last, facts.notified_on or last))


def lines_of(facts: Facts, points: tuple[Target, ...]) -> tuple[Line, ...]:
    """The latest first, no more than a page can hold."""
    said = {
        day: tuple(it.label for it in found)
        for day, found in groupby(happenings(facts), key=lambda it: it.on)
    }
    lines = [Line(point.on, said[point.on], point) for point in points if point.on in said]
    return tuple(reversed(lines[-MOST_LINES:]))
