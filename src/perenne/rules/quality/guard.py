"""Is what is asked in proportion with the contract? Each excess says what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from perenne.rules.french import typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.quality.asked import Asked
from perenne.rules.quality.requirements import REQUIREMENTS
from perenne.rules.texts import LINK, PRACTICE


@dataclass(frozen=True, slots=True)
class Excess:
    """One that is impossible must be mended; the others are for the buyer to judge."""

    code: str
    label: str
    sentence: str
    is_impossible: bool


@cites(
    LINK,
    PRACTICE,
    says="Les exigences de qualité sont-elles proportionnées au marché ?",
    confidence=Confidence.VARIES,
)
def excesses(asked: Asked) -> tuple[Excess, ...]:
    """In the order of the table; a requirement that is not made is in excess of nothing."""
    return tuple(
        Excess(row.code.value, row.label, typeset(sentence), row.is_impossible)
        for row in REQUIREMENTS
        if asked.of(row.code) and (sentence := row.too_much(asked))
    )
