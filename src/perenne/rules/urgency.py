"""In which order is what waits to be done: hours at stake, times how near the day is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from perenne.rules.law import Confidence, Default, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.texts import PRACTICE
from perenne.values import Errand

NEAR_DAYS = parameter(
    "urgency.near_days", "Une échéance est proche à partir de", 7, between=(1, 30), unit="jours"
)
SOON_DAYS = parameter(
    "urgency.soon_days", "Une échéance se prépare à partir de", 30, between=(7, 120), unit="jours"
)
LATE_TIMES = parameter(
    "urgency.late_times", "Poids des heures dont l’échéance est passée", 6, between=(1, 20)
)
NEAR_TIMES = parameter(
    "urgency.near_times", "Poids des heures dont l’échéance est proche", 4, between=(1, 20)
)
SOON_TIMES = parameter(
    "urgency.soon_times", "Poids des heures dont l’échéance se prépare", 2, between=(1, 20)
)
UNKNOWN_HOURS = parameter(
    "urgency.unknown_hours",
    "Volume retenu, pour l’ordre seul, d’un dossier dont les heures ne sont pas connues",
    100,
    between=(0, 2_000),
    unit="h",
)
ANSWER_DAYS = parameter(
    "urgency.answer_days",
    "Délai pour répondre à un message, vérifier un organisme ou ouvrir un accès",
    2,
    between=(1, 15),
    unit="jours",
)
ENDING_DAYS = parameter(
    "urgency.ending_days",
    "La fin d’un contrat de travail se prépare à partir de",
    15,
    between=(5, 60),
    unit="jours",
)


class Urgency(StrEnum):
    """How near the day of an errand is."""

    LATE = "late"
    NEAR = "near"
    SOON = "soon"
    LATER = "later"

    @property
    def label(self) -> str:
        return {
            Urgency.LATE: "Date passée",
            Urgency.NEAR: "Proche",
            Urgency.SOON: "À préparer",
            Urgency.LATER: "Plus tard",
        }[self]


TIMES: dict[Urgency, Default[int]] = {
    Urgency.LATE: LATE_TIMES,
    Urgency.NEAR: NEAR_TIMES,
    Urgency.SOON: SOON_TIMES,
}


@cites(PRACTICE, says="Une échéance presse-t-elle ?", confidence=Confidence.VARIES)
def urgency_on(due_on: date | None, *, today: date, practice: Practice = USUAL) -> Urgency:
    """Late from the day after; what has no day is for later."""
    if due_on is None:
        return Urgency.LATER
    if due_on < today:
        return Urgency.LATE
    left = (due_on - today).days
    if left <= practice.of(NEAR_DAYS):
        return Urgency.NEAR
    return Urgency.SOON if left <= practice.of(SOON_DAYS) else Urgency.LATER


@cites(PRACTICE, says="Dans quel ordre traiter ce qui attend ?", confidence=Confidence.VARIES)
def in_order(
    errands: Iterable[Errand], *, today: date, practice: Practice = USUAL
) -> tuple[Errand, ...]:
    """Most at risk first: minutes times the weight of the urgency. Then the nearest day, those
    without a day last; what is equal keeps the order in which it came.
    """
    times = {one: practice.of(TIMES[one]) if one in TIMES else 1 for one in Urgency}
    unknown = practice.of(UNKNOWN_HOURS) * 60
    # Thousands of errands share a few days: each day is judged once.
    weight: dict[date | None, int] = {}

    def rank(errand: Errand) -> tuple[int, date]:
        day = errand.due_on
        if day not in weight:
            weight[day] = times[urgency_on(day, today=today, practice=practice)]
        minutes = unknown if errand.hours is None else errand.hours.minutes
        return -minutes * weight[day], day or date.max

    return tuple(sorted(errands, key=rank))
