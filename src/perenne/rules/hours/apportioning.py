"""A whole number split in proportion, to the unit: the parts always add up to the whole."""

from __future__ import annotations

from collections.abc import Sequence

from perenne.rules.french import typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.texts import AQUAREEL_2025


@cites(
    AQUAREEL_2025,
    says="Comment partager un nombre entier à due proportion ?",
    confidence=Confidence.SURE,
)
def apportion(total: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Largest remainders (Hamilton); at equal remainders, the first in order.

    ValueError when there is something to share and nothing to share it by.
    """
    whole = sum(weights)
    if total == 0:
        return (0,) * len(weights)
    if whole <= 0 or total < 0 or min(weights) < 0:
        raise ValueError(typeset("Rien ne permet ce partage : donnez des poids positifs."))
    parts = [total * weight // whole for weight in weights]
    remainders = [total * weight % whole for weight in weights]
    largest = sorted(range(len(weights)), key=lambda place: (-remainders[place], place))
    for place in largest[: total - sum(parts)]:
        parts[place] += 1
    return tuple(parts)
