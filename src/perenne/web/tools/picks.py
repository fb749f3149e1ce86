"""The segments and trades that a visitor picks, under the names that addresses give them."""

from __future__ import annotations

from functools import cache

from perenne.rules.segments import (
    SEGMENTS,
    TRADES,
    Segment,
    SegmentFinding,
    Trade,
    chosen,
    find_segment,
    main_trade,
)
from perenne.values import fold

Group = tuple[str, tuple[tuple[str, str], ...]]
OUTSIDE = "Hors des quatorze segments"
UNKNOWN = find_segment("", None)


def slug_of(label: str) -> str:
    """« Bâtiment et travaux publics » → « batiment-et-travaux-publics »."""
    return fold(label).replace(" ", "-")


@cache
def segments() -> dict[str, Segment]:
    return {slug_of(row.label): row.code for row in SEGMENTS}


@cache
def trades() -> dict[str, Trade]:
    """A segment stands for its main trade."""
    of_segments = {slug: main_trade(segment) for slug, segment in segments().items()}
    return {slug_of(trade.label): trade for trade in TRADES} | of_segments


def finding_of(slug: str) -> SegmentFinding:
    """What is known of a purchase of this trade; nothing when none was picked."""
    trade = trades().get(slug)
    return chosen(trade) if trade else UNKNOWN


@cache
def trade_choices() -> tuple[tuple[str, str] | Group, ...]:
    """A group a segment: the segment as a whole, then its trades."""
    groups = tuple(_group(slug, segment) for slug, segment in segments().items())
    outside = tuple((slug_of(it.label), it.label) for it in TRADES if it.segment is None)
    return (("", "Je ne sais pas"), *groups, *(((OUTSIDE, outside),) if outside else ()))


def segment_choices() -> tuple[tuple[str, str], ...]:
    return tuple((slug, segment.label) for slug, segment in segments().items())


def _group(slug: str, segment: Segment) -> Group:
    inside = [it for it in TRADES if it.segment is segment and slug_of(it.label) != slug]
    whole = segment.label if len(inside) < 2 else f"{segment.label}, en général"
    told = tuple((slug_of(it.label), it.label) for it in inside if len(inside) > 1 or _adds(it))
    return segment.label, ((slug, whole), *told)


def _adds(trade: Trade) -> bool:
    """Whether naming the only other trade says more than naming the segment."""
    return trade.segment is None or main_trade(trade.segment) is not trade
