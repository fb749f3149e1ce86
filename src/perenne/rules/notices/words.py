"""What a reminder may say: no penalty is spoken of to a party that nothing is held against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from perenne.rules.law import Confidence, cites
from perenne.rules.texts import CCAG_PENALTIES


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a party stands on a commitment, the day on which it is written to.

    `is_open`: a shortfall is open and nothing is decided. `lacking_minutes`: what lacks that day.
    """

    is_open: bool = False
    notice_received_on: date | None = None
    lacking_minutes: int = 0


@cites(
    CCAG_PENALTIES,
    says="Un rappel peut-il parler de pénalité ?",
    confidence=Confidence.LIKELY,
)
def may_speak_of_penalty(standing: Standing, *, on: date) -> bool:
    """Only while hours lack, in an open shortfall, after the formal notice was received."""
    received = standing.notice_received_on
    return (
        standing.is_open
        and standing.lacking_minutes > 0
        and received is not None
        and (received <= on)
    )
