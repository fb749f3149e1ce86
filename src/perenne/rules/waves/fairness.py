"""How unequally something is shared: the index of Gini."""

from __future__ import annotations

from collections.abc import Iterable

from perenne.rules.law import Confidence, cites
from perenne.rules.texts import GINI
from perenne.values import Share


@cites(GINI, says="Les sollicitations sont-elles réparties également ?", confidence=Confidence.SURE)
def gini(counts: Iterable[int]) -> Share:
    """0 when all have as many, near 100 % when one has all; rounded half up. 0 without anything.

    ValueError for a count below zero.
    """
    ordered = sorted(counts)
    total, number = sum(ordered), len(ordered)
    if ordered and ordered[0] < 0:
        raise ValueError("a count is below zero")
    if total == 0:
        return Share(0)
    weighed = sum((2 * rank - number + 1) * count for rank, count in enumerate(ordered))
    return Share((2 * 10_000 * weighed + number * total) // (2 * number * total))
