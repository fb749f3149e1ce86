"""The limits that a draft crosses, told one by one."""

from __future__ import annotations

from dataclasses import dataclass

from perenne.rules import texts
from perenne.rules.french import typeset
from perenne.rules.law import Confidence, Source, cites
from perenne.rules.legal_bases.drafts import Draft, Effect
from perenne.rules.legal_bases.limits import CLAUSE_LIMITS


@dataclass(frozen=True, slots=True)
class Overstep:
    code: str
    label: str
    effect: Effect
    reason: str
    instead: str
    source: Source


@cites(
    texts.PRINCIPLES,
    texts.LINK,
    texts.NANTES,
    texts.NO_DISCRIMINATION,
    texts.PRIORITY_ZONES,
    texts.EQUALITY,
    texts.LAVALIN,
    texts.CRITERIA_PUBLIC,
    texts.RESERVED_NOTICE,
    texts.CCAG_CLAUSE,
    says="La clause contient-elle ce qu’elle ne doit pas contenir ?",
    confidence=Confidence.LIKELY,
)
def oversteps(draft: Draft) -> tuple[Overstep, ...]:
    """Everything to take out, to complete or to write otherwise; empty when the draft is clean."""
    return tuple(
        Overstep(
            row.code,
            row.label,
            row.effect,
            typeset(row.reason),
            typeset(row.instead),
            row.source,
        )
        for row in CLAUSE_LIMITS
        if row.crossed(draft)
    )
