"""Why a clause suits a segment: what the rules know of its main trade."""

from __future__ import annotations

from dataclasses import dataclass

from perenne.rules.legal_bases import LegalBasis
from perenne.rules.legal_bases.fitting import SUPPLIED
from perenne.rules.segments import Segment, Trade, main_trade

OFFERED = (
    "Des structures d’insertion et du handicap y répondent d’ordinaire\u00a0: vérifiez lesquelles."
)
NOT_OFFERED = "L’offre des structures y est rare\u00a0: demandez au facilitateur avant de réserver."


@dataclass(frozen=True, slots=True)
class SegmentCard:
    """`supply` "" where the device is not reserved to structures."""

    slug: str
    label: str
    trade: Trade
    supply: str


def segment_card(slug: str, segment: Segment, basis: LegalBasis) -> SegmentCard:
    supply = OFFERED if segment in SUPPLIED else NOT_OFFERED
    is_reserved = basis is LegalBasis.RESERVED_INCLUSION
    return SegmentCard(slug, segment.label, main_trade(segment), supply if is_reserved else "")
