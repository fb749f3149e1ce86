"""The step on which hours are typed: a company types decimals, the house keeps minutes."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, choice
from perenne.rules.texts import PRACTICE
from perenne.values import Hours


class EntryStep(StrEnum):
    QUARTER = "quarter"
    HUNDREDTH = "hundredth"
    MINUTE = "minute"
    HOUR = "hour"

    @property
    def label(self) -> str:
        return STEP_LABELS[self]

    @property
    def in_an_hour(self) -> int:
        return STEPS_IN_AN_HOUR[self]


STEP_LABELS = {
    EntryStep.QUARTER: "quart d’heure",
    EntryStep.HUNDREDTH: "centième d’heure",
    EntryStep.MINUTE: "minute",
    EntryStep.HOUR: "heure entière",
}
STEPS_IN_AN_HOUR = {
    EntryStep.QUARTER: 4,
    EntryStep.HUNDREDTH: 100,
    EntryStep.MINUTE: 60,
    EntryStep.HOUR: 1,
}
ENTRY_STEP = choice(
    "hours.entry_step",
    "Pas auquel les heures déclarées sont arrondies",
    EntryStep.QUARTER,
    EntryStep.HUNDREDTH,
    EntryStep.MINUTE,
    EntryStep.HOUR,
)


@cites(
    PRACTICE,
    says="À combien de minutes les heures saisies sont-elles arrondies ?",
    confidence=Confidence.VARIES,
)
def rounded_to_step(typed: Decimal, *, practice: Practice = USUAL) -> Hours:
    """From hours as they are typed (7.4), to the nearest step, half up."""
    each = practice.of(ENTRY_STEP).in_an_hour
    steps = (typed * each).to_integral_value(ROUND_HALF_UP)
    return Hours.of(steps / each)
