"""The last day to ask for something, so that its answer comes in time."""

from __future__ import annotations

from datetime import date, timedelta

from perenne.rules.deadlines.delays import DelayCode
from perenne.rules.deadlines.falling_due import due_on
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import CCAG_PERIODS
from perenne.rules.working_days import working_day_at_or_before


@cites(
    CCAG_PERIODS,
    says="Quel jour demander au plus tard pour avoir la réponse à temps ?",
    confidence=Confidence.LIKELY,
)
def asked_by(code: DelayCode, needed_on: date, *, practice: Practice = USUAL) -> date:
    """A working day; the answer is due the day before `needed_on` at the latest."""
    day = needed_on
    while due_on(code, day, practice=practice).on >= needed_on:
        day -= timedelta(1)
    return working_day_at_or_before(day)
