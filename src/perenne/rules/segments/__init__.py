"""The fourteen purchase segments, their trades, and how a planned purchase is told to be one."""

from perenne.rules.segments.catalogue import TRADES, main_trade, read_cpv, trade, trades_of
from perenne.rules.segments.finding import (
    Certainty,
    FoundBy,
    SegmentFinding,
    chosen,
    find_segment,
)
from perenne.rules.segments.names import SEGMENTS, Segment
from perenne.rules.segments.trades import Excluded, Technicality, Trade

__all__ = [
    "SEGMENTS",
    "TRADES",
    "Certainty",
    "Excluded",
    "FoundBy",
    "Segment",
    "SegmentFinding",
    "Technicality",
    "Trade",
    "chosen",
    "find_segment",
    "main_trade",
    "read_cpv",
    "trade",
    "trades_of",
]
