"""One template and one context for each live block; every fact is asked of the rules."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.timezone import localdate

from perenne.domain.assessments.queries import key_figures
from perenne.domain.library.queries import Block, coordination, facilitators
from perenne.rules.eligibility import PUBLICS
from perenne.rules.hirings import MODALITIES
from perenne.rules.legal_bases import LEGAL_BASES
from perenne.rules.penalties import STEPS, WAIVERS
from perenne.rules.segments import SEGMENTS, TRADES
from perenne.rules.thresholds import EXCEPTION_GROUNDS
from perenne.web.site.blocks.accessibility import audit
from perenne.web.site.blocks.publics import row_of
from perenne.web.site.blocks.thresholds import thresholds_on

Context: TypeAlias = Callable[[], Mapping[str, Any]]


def html_of_block(block: Block) -> SafeString:
    template, context = BLOCKS[block]
    return render_to_string(f"site/blocks/{template}.html", dict(context()))


def _segments() -> Mapping[str, Any]:
    rows = [
        (segment, [trade for trade in TRADES if trade.segment is segment.code])
        for segment in SEGMENTS
    ]
    return {
        "segments": [
            {
                "label": row.label,
                "trades": [trade.label for trade in trades],
                "low": min(trade.labour_share.low for trade in trades),
                "high": max(trade.labour_share.high for trade in trades),
            }
            for row, trades in rows
        ]
    }


def _exceptions() -> Mapping[str, Any]:
    return {"grounds": list(EXCEPTION_GROUNDS)}


def _publics() -> Mapping[str, Any]:
    return {"publics": [row_of(ground) for ground in PUBLICS], "caption": PUBLICS.meaning}


def _contact() -> Mapping[str, Any]:
    return {"contact": coordination(), "carrier": settings.CARRIER}


BLOCKS: Mapping[Block, tuple[str, Context]] = {
    Block.POSSIBILITIES: ("possibilities", lambda: {"possibilities": list(LEGAL_BASES)}),
    Block.SEGMENTS: ("segments", _segments),
    Block.THRESHOLDS: ("thresholds", lambda: thresholds_on(localdate())),
    Block.EXCEPTIONS: ("exceptions", _exceptions),
    Block.MODALITIES: ("modalities", lambda: {"modalities": list(MODALITIES)}),
    Block.PUBLICS: ("publics", _publics),
    Block.PENALTY_STEPS: ("penalty_steps", lambda: {"steps": list(STEPS)}),
    Block.WAIVERS: ("waivers", lambda: {"waivers": list(WAIVERS)}),
    Block.CONTACT: ("contact", _contact),
    Block.FACILITATORS: ("facilitators", lambda: {"contacts": facilitators()}),
    Block.FIGURES: ("figures", lambda: {"figures": key_figures()}),
    Block.ACCESSIBILITY: ("accessibility", lambda: {"audit": audit()}),
}
