"""How long an eligible person counts: the window, and when it is reviewed.

Eligibility is judged at hire: a criterion lost afterwards (a birthday, a move, the end of a right)
ends nothing. Windows begin on a day that is in them and end on one that is not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeAlias

from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, Source, Table, cites
from perenne.rules.practice import USUAL, Practice, choice, parameter
from perenne.rules.texts import (
    APPRENTICESHIP,
    BAM_2021,
    CCAG_PUBLICS_BY_STRUCTURE,
    COMMITTEE_GLOBALISATION,
    PRACTICE,
)
from perenne.values import add_months, months_between


class WindowStart(StrEnum):
    FIRST_HOUR = "first_hour"
    HIRING = "hiring"
    ANSWER = "answer"

    @property
    def label(self) -> str:
        return START_LABELS[self]


START_LABELS = {
    WindowStart.FIRST_HOUR: "première heure au titre d’une clause",
    WindowStart.HIRING: "embauche",
    WindowStart.ANSWER: "réponse du facilitateur",
}

STARTS_AT = choice(
    "eligibility.window_start",
    "Point de départ de la durée pendant laquelle une personne compte",
    WindowStart.FIRST_HOUR,
    WindowStart.HIRING,
    WindowStart.ANSWER,
)
WINDOW_MONTHS = choice(
    "eligibility.window_months",
    "Durée pendant laquelle une personne compte",
    24,
    12,
    18,
    unit="mois",
    source=COMMITTEE_GLOBALISATION,
)
PERMANENT_MONTHS = choice(
    "eligibility.permanent_months",
    "Durée pendant laquelle une personne en CDI compte",
    24,
    12,
    36,
    48,
    unit="mois",
    source=COMMITTEE_GLOBALISATION,
)
PERMANENT_TO_CONTRACT_END = choice(
    "eligibility.permanent_to_contract_end",
    "Une personne en CDI compte jusqu’à la fin du marché",
    False,
    True,
    source=BAM_2021,
)
PERMANENT_CAP = parameter(
    "eligibility.permanent_cap",
    "Durée la plus longue en CDI quand il compte jusqu’à la fin du marché",
    48,
    between=(24, 48),
    unit="mois",
    source=BAM_2021,
)
WORK_STUDY_CAP = parameter(
    "eligibility.work_study_cap",
    "Durée la plus longue d’un contrat en alternance",
    36,
    between=(24, 48),
    unit="mois",
    source=APPRENTICESHIP,
)
REVIEW_MONTHS = parameter(
    "eligibility.review_months",
    "Revue d’une personne accueillie sans limite de durée",
    24,
    between=(12, 36),
    unit="mois",
)


class Course(StrEnum):
    """The shape of a job, as far as the window goes."""

    FIXED_TERM = "CDD"
    PERMANENT = "CDI"
    WORK_STUDY = "ALTERNANCE"
    PATHWAY = "PARCOURS"
    SHELTERED = "ACCUEIL"


@dataclass(frozen=True, slots=True)
class Entry:
    """`first_hour_on`: under any clause, whatever the employment contract it was worked under.

    `ends_on` is the last day of the job, pathway or stay; `contract_ends_on` the public one.
    """

    course: Course
    hired_on: date
    first_hour_on: date
    answered_on: date
    ends_on: date | None = None
    contract_ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """`end`, not in it, is None while nothing limits it; `review_months` when it is reviewed."""

    start: date
    end: date | None
    reason: str
    review_months: int | None = None


End: TypeAlias = Callable[[Entry, date, Practice], date | None]


@dataclass(frozen=True, slots=True)
class WindowRule:
    """A row: `end` computes the first day that no longer counts."""

    code: Course
    label: str
    end: End
    source: Source
    confidence: Confidence
    is_reviewed: bool = False


def _fixed_term(entry: Entry, start: date, practice: Practice) -> date | None:
    return add_months(start, practice.of(WINDOW_MONTHS))


def _permanent(entry: Entry, start: date, practice: Practice) -> date | None:
    if practice.of(PERMANENT_TO_CONTRACT_END) and entry.contract_ends_on is not None:
        cap = add_months(entry.hired_on, practice.of(PERMANENT_CAP))
        return min(_after(entry.contract_ends_on), cap)
    return add_months(start, practice.of(PERMANENT_MONTHS))


def _work_study(entry: Entry, start: date, practice: Practice) -> date | None:
    cap = add_months(entry.hired_on, practice.of(WORK_STUDY_CAP))
    return cap if entry.ends_on is None else min(_after(entry.ends_on), cap)


def _as_long_as_it_lasts(entry: Entry, start: date, practice: Practice) -> date | None:
    return None if entry.ends_on is None else _after(entry.ends_on)


WINDOWS = Table(
    "windows",
    "Durée pendant laquelle une personne compte",
    (
        WindowRule(
            Course.FIXED_TERM,
            "CDD, intérim, mise à disposition",
            _fixed_term,
            COMMITTEE_GLOBALISATION,
            Confidence.VARIES,
        ),
        WindowRule(Course.PERMANENT, "CDI", _permanent, COMMITTEE_GLOBALISATION, Confidence.VARIES),
        WindowRule(
            Course.WORK_STUDY,
            "Alternance : tout le contrat",
            _work_study,
            COMMITTEE_GLOBALISATION,
            Confidence.VARIES,
        ),
        WindowRule(
            Course.PATHWAY,
            "Parcours dans une structure d’insertion ou un GEIQ : tout le parcours",
            _as_long_as_it_lasts,
            CCAG_PUBLICS_BY_STRUCTURE,
            Confidence.LIKELY,
        ),
        WindowRule(
            Course.SHELTERED,
            "Entreprise adaptée, ESAT : tant que la personne y est",
            _as_long_as_it_lasts,
            CCAG_PUBLICS_BY_STRUCTURE,
            Confidence.VARIES,
            is_reviewed=True,
        ),
    ),
)


@cites(
    COMMITTEE_GLOBALISATION,
    BAM_2021,
    PRACTICE,
    says="Pendant combien de temps les heures de la personne comptent-elles ?",
    confidence=Confidence.VARIES,
)
def window(entry: Entry, *, practice: Practice = USUAL) -> Window:
    """From the point that the committee chose; what changes for the person ends nothing."""
    rule = WINDOWS[entry.course]
    start = {
        WindowStart.FIRST_HOUR: entry.first_hour_on,
        WindowStart.HIRING: entry.hired_on,
        WindowStart.ANSWER: entry.answered_on,
    }[practice.of(STARTS_AT)]
    end = rule.end(entry, start, practice)
    until = "tant que rien n'y met fin" if end is None else f"jusqu'au {in_full(_eve(end))}"
    reason = (
        f"{rule.label} : les heures comptent du {in_full(start)} {until}, même si la situation de "
        "la personne change."
    )
    review = practice.of(REVIEW_MONTHS) if rule.is_reviewed else None
    return Window(start, end, typeset(reason), review)


@cites(
    COMMITTEE_GLOBALISATION,
    says="Les heures de ce jour comptent-elles ?",
    confidence=Confidence.VARIES,
)
def counts_on(window: Window, day: date) -> bool:
    return window.start <= day and (window.end is None or day < window.end)


@cites(
    PRACTICE,
    says="Quand la situation de la personne doit-elle être revue ?",
    confidence=Confidence.VARIES,
)
def next_review(window: Window, *, on: date) -> date | None:
    """The first review on that day or after it; None when there is none to come."""
    if window.review_months is None:
        return None
    passed = max(1, months_between(window.start, on) // window.review_months)
    due = add_months(window.start, passed * window.review_months)
    if due < on:
        due = add_months(window.start, (passed + 1) * window.review_months)
    return due if counts_on(window, due) else None


def _after(day: date) -> date:
    return day + timedelta(1)


def _eve(day: date) -> date:
    return day - timedelta(1)
