"""Programmes as they are kept."""

from perenne.domain.programming.models.bundles import Bundle, Enclosure
from perenne.domain.programming.models.headings import HeadingMemory
from perenne.domain.programming.models.lines import SourceLine
from perenne.domain.programming.models.memos import ExceptionMemo
from perenne.domain.programming.models.pairings import Pairing
from perenne.domain.programming.models.programmes import Programme
from perenne.domain.programming.models.purchases import PlannedPurchase

__all__ = [
    "Bundle",
    "Enclosure",
    "ExceptionMemo",
    "HeadingMemory",
    "Pairing",
    "PlannedPurchase",
    "Programme",
    "SourceLine",
]
