"""Which contracts are published as essential data.

Source: L2196-2 and R2196-1, as they stand since 1 January 2024.
"""

from __future__ import annotations

from datetime import date

from perenne.rules.law import Confidence, Dated, cites
from perenne.rules.texts import ESSENTIAL_DATA
from perenne.values import Euros

PUBLISHED_FROM = Dated(
    {date(2024, 1, 1): Euros.of(40_000)},
    ESSENTIAL_DATA,
    Confidence.LIKELY,
    meaning="Montant hors taxes dès lequel toutes les données essentielles sont publiées",
)


@cites(
    ESSENTIAL_DATA,
    says="Les données essentielles de ce marché doivent-elles être publiées ?",
    confidence=Confidence.LIKELY,
)
def must_be_published(amount: Euros, notified_on: date) -> bool:
    """Below the amount a lighter list is enough; before 2024 another format was in force."""
    if notified_on < min(PUBLISHED_FROM.values):
        return False
    return amount >= PUBLISHED_FROM.on(notified_on)
