"""What is contested: many things alike, the act of each writer on one of them, and who may win."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

WRITERS = 8


def anything(_given: object) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Contest:
    """`act` is told the place of the thing and the number of the writer. `wins`: of the eight, how
    many at least and at most do it, those for whom `won` holds of what the act gives; the others
    are refused, or find it done. `sound` counts the things on which all is as it must be."""

    name: str
    things: int
    act: Callable[[int, int], object]
    wins: tuple[int, int]
    sound: Callable[[], int]
    won: Callable[[Any], bool] = anything


ONE, ALL = (1, 1), (WRITERS, WRITERS)
