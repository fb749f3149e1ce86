"""Several structures share the hours of a need: the fewest of them that do it together."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.texts import PRACTICE
from perenne.values import Hours

Key = TypeVar("Key", bound=Hashable)
LARGEST_GROUP = parameter(
    "promises.largest_group",
    "Structures qui se partagent au plus les heures d’un besoin",
    4,
    between=(2, 6),
    unit="structures",
)
MOST_PARTS = 14
"""Beyond, the largest offers alone are put together: the number of groups grows too fast."""


@dataclass(frozen=True, slots=True)
class Part(Generic[Key]):
    """What one structure offers: people, hours by month; never more than it has left."""

    key: Key
    persons: int
    monthly: Hours


@cites(
    PRACTICE,
    says="Quelles structures peuvent, ensemble, répondre à ce besoin ?",
    confidence=Confidence.VARIES,
)
def group_for(
    persons: int, monthly: Hours, parts: Sequence[Part[Key]], *, practice: Practice = USUAL
) -> tuple[Key, ...]:
    """The fewest, then those whose offers exceed the need least; none when they cannot.

    In the order in which they were given, which also parts those that are alike.
    """
    useful = [it for it in parts if it.persons > 0 and it.monthly.minutes > 0]
    largest = sorted(useful, key=lambda it: (-it.monthly.minutes, -it.persons))[:MOST_PARTS]
    known = [it for it in useful if it in largest]
    for size in range(1, practice.of(LARGEST_GROUP) + 1):
        groups = [group for group in combinations(known, size) if _covers(group, persons, monthly)]
        if groups:
            best = min(groups, key=_weight)
            return tuple(it.key for it in best)
    return ()


def _covers(group: Sequence[Part[Key]], persons: int, monthly: Hours) -> bool:
    minutes, people = _weight(group)
    return people >= persons and minutes >= monthly.minutes


def _weight(group: Sequence[Part[Key]]) -> tuple[int, int]:
    return sum(it.monthly.minutes for it in group), sum(it.persons for it in group)
