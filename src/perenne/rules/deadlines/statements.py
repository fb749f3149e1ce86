"""When the statement of hours arrives: « avant le 12 du mois suivant », monthly or quarterly.

AQUAREEL (2025) writes a month and the 12th, 21_BAM_048 (2021) a quarter and the 15th. The day
itself is still in time, as the clauses of this house write it (« au plus tard le 12 »); it is
carried like the end of any other delay of the contract when nobody works that day (CCAG 3.2.4).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, choice, parameter
from perenne.rules.texts import AQUAREEL_2025, BAM_2021, CCAG_PERIODS, PRACTICE
from perenne.rules.working_days import (
    Territory,
    next_month_on,
    quarter_end,
    working_day_at_or_after,
    working_day_at_or_before,
)


class Rhythm(StrEnum):
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"

    @property
    def label(self) -> str:
        return {"monthly": "chaque mois", "quarterly": "chaque trimestre"}[self]


STATEMENT_RHYTHM = choice(
    "deadlines.statement_rhythm",
    "Rythme des relevés d’heures",
    Rhythm.MONTHLY,
    Rhythm.QUARTERLY,
    source=AQUAREEL_2025,
)
STATEMENT_DAY = parameter(
    "deadlines.statement_day",
    "Dernier jour du mois suivant pour le relevé d’heures (d’ordinaire le 5, 10, 12 ou 15)",
    12,
    between=(1, 28),
    source=AQUAREEL_2025,
)
RECALLED_BEFORE = parameter(
    "deadlines.statement_recalled_before",
    "Jours avant la date limite auxquels un relevé d’heures non déclaré est rappelé",
    5,
    between=(1, 15),
)


@cites(
    AQUAREEL_2025,
    BAM_2021,
    says="Quand finit la période que déclare un relevé ?",
    confidence=Confidence.VARIES,
)
def closing_day(day: date, practice: Practice = USUAL) -> date:
    """The last day of the month or of the quarter in which the hours were done."""
    if practice.of(STATEMENT_RHYTHM) is Rhythm.QUARTERLY:
        return quarter_end(day)
    return day.replace(day=monthrange(day.year, day.month)[1])


@cites(
    AQUAREEL_2025,
    BAM_2021,
    CCAG_PERIODS,
    says="Quand le relevé des heures faites ce jour-là doit-il arriver ?",
    confidence=Confidence.VARIES,
)
def statement_due_on(
    day: date, territory: Territory = Territory.METROPOLE, practice: Practice = USUAL
) -> date:
    due = next_month_on(closing_day(day, practice), practice.of(STATEMENT_DAY))
    return working_day_at_or_after(due, territory)


@cites(
    PRACTICE,
    says="Quels jours le relevé d’heures d’un mois est-il demandé à l’entreprise ?",
    confidence=Confidence.VARIES,
)
def statement_asked_on(
    day: date, territory: Territory = Territory.METROPOLE, practice: Practice = USUAL
) -> tuple[date, ...]:
    """The first working day after the period of that day, then a recall before its last day."""
    first = working_day_at_or_after(closing_day(day, practice) + timedelta(1), territory)
    due = statement_due_on(day, territory, practice)
    early = due - timedelta(practice.of(RECALLED_BEFORE))
    recall = working_day_at_or_before(early, territory)
    return (first, recall) if recall > first else (first,)
