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
    """The hours of the need that one structure offers; never more than it has left."""

    key: Key
    hours: Hours


@cites(
    PRACTICE,
    says="Quelles structures peuvent, ensemble, répondre à ce besoin ?",
    confidence=Confidence.VARIES,
)
def group_for(
    hours: Hours, parts: Sequence[Part[Key]], *, practice: Practice = USUAL
) -> tuple[Key, ...]:
    """The fewest, then those whose offers exceed the need least; none when they cannot.

    In the order in which they were given, which also parts those that are alike.
    """
    useful = [it for it in parts if it.hours.minutes > 0]
    largest = sorted(useful, key=lambda it: -it.hours.minutes)[:MOST_PARTS]
    known = [it for it in useful if it in largest]
    for size in range(1, practice.of(LARGEST_GROUP) + 1):
        groups = [group for group in combinations(known, size) if _held(group) >= hours.minutes]
        if groups:
            return tuple(it.key for it in min(groups, key=_held))
    return ()


def _held(group: Sequence[Part[Key]]) -> int:
    return sum(it.hours.minutes for it in group)
