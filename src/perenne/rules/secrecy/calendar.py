"""When the figures of a quarter may come out: on a fixed calendar, each quarter once, in order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.texts import INSEE_SECRECY
from perenne.values import Period, add_months

DAYS_AFTER = parameter(
    "secrecy.days_after_quarter",
    "Jours après la fin d’un trimestre avant d’en publier les chiffres",
    45,
    between=(30, 120),
    unit="jours",
)
QUARTER_MONTHS = 3


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """« 2026-T3 »."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Quarter:
        return cls(day.year, (day.month - 1) // QUARTER_MONTHS + 1)

    @classmethod
    def read(cls, code: str) -> Quarter:
        """ValueError when it is not one."""
        year, _, number = code.partition("-T")
        found = cls(int(year), int(number))
        if found.code != code or not 1 <= found.number <= 4:
            raise ValueError(code)
        return found

    @property
    def code(self) -> str:
        return f"{self.year:04}-T{self.number}"

    @property
    def days(self) -> Period:
        first = date(self.year, QUARTER_MONTHS * (self.number - 1) + 1, 1)
        return Period(first, add_months(first, QUARTER_MONTHS))

    @property
    def next(self) -> Quarter:
        return Quarter.of(self.days.end)

    @property
    def closes_year(self) -> bool:
        return self.days.end.month == 1


@cites(
    INSEE_SECRECY,
    says="Quels trimestres peuvent être publiés aujourd’hui ?",
    confidence=Confidence.VARIES,
)
def quarters_due(first: Quarter, today: date, *, practice: Practice = USUAL) -> tuple[Quarter, ...]:
    """From the first one that was not published, those that ended long enough ago, in order."""
    due = []
    wait = timedelta(practice.of(DAYS_AFTER))
    while first.days.last_day + wait <= today:
        due.append(first)
        first = first.next
    return tuple(due)
