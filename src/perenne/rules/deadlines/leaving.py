"""News of a person who left: asked some months after, once each time."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, choice
from perenne.rules.texts import PRACTICE
from perenne.values import add_months

STEPS = (3, 6, 12)
"""Months after the exit, as bilans count them (indicator of exits)."""
FIRST_NEWS = choice(
    "deadlines.first_news", "Premières nouvelles demandées après la sortie", 3, 6, 12, unit="mois"
)
LATEST_MONTHS = 24


@dataclass(frozen=True, slots=True)
class News:
    """`months` after the exit; asked from `due_on` on."""

    months: int
    due_on: date


@cites(
    PRACTICE,
    says="Quand demander des nouvelles d’une personne sortie ?",
    confidence=Confidence.VARIES,
)
def news_to_ask(
    left_on: date, given: Collection[int], *, on: date, practice: Practice = USUAL
) -> News | None:
    """The one due that day: what was missed is not asked later in its place.

    None when nothing is due: too early, already given, or two years have passed.
    """
    if on >= add_months(left_on, LATEST_MONTHS):
        return None
    steps = [months for months in STEPS if months >= practice.of(FIRST_NEWS)]
    passed = [months for months in steps if add_months(left_on, months) <= on]
    if not passed or passed[-1] in given:
        return None
    return News(passed[-1], add_months(left_on, passed[-1]))
