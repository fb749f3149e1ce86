"""The calendar that a clause writes: what must be done, by whom, by which day.

Days before a notification or after an end are counted as the CCAG counts them (3.2) and carried
to the next working day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeAlias

from perenne.rules.deadlines.actors import Actor
from perenne.rules.deadlines.statements import (
    STATEMENT_DAY,
    STATEMENT_RHYTHM,
    Rhythm,
    closing_day,
    statement_due_on,
)
from perenne.rules.french import typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import AQUAREEL_2025, CCAG_FOLLOW_UP, CCAG_PERIODS
from perenne.rules.working_days import (
    Territory,
    days_after,
    months_after,
    working_day_at_or_after,
)

Objection: TypeAlias = tuple[Callable[["Monitoring"], bool], str]


@dataclass(frozen=True, slots=True)
class Monitoring:
    """What the clause writes of its follow-up. ValueError, in French, when it cannot be.

    Days run from the notification of the contract; `statement_day` is a day of the month after
    the period; months run from the start, those of the final assessment from the end;
    `entitlement_months` is how long a person counts, `formal_notice_days` what a formal notice
    leaves.
    """

    statement_day: int = 12
    rhythm: Rhythm = Rhythm.MONTHLY
    first_contact_days: int = 14
    kick_off_days: int = 30
    review_months: int = 6
    assessment_months: int = 6
    final_assessment_months: int = 3
    formal_notice_days: int = 15
    entitlement_months: int = 24

    def __post_init__(self) -> None:
        for is_wrong, sentence in OBJECTIONS:
            if is_wrong(self):
                raise ValueError(typeset(sentence))

    @property
    def practice(self) -> Practice:
        """Its day and its rhythm, laid over what the committee holds."""
        return USUAL.choosing(STATEMENT_DAY, self.statement_day).choosing(
            STATEMENT_RHYTHM, self.rhythm
        )


OBJECTIONS: tuple[Objection, ...] = (
    (
        lambda held: not 1 <= held.statement_day <= 28,
        "Choisissez, pour le relevé d'heures, un jour entre le 1er et le 28.",
    ),
    (
        lambda held: min(held.first_contact_days, held.kick_off_days) < 1,
        "Laissez au moins un jour pour le premier contact et pour la réunion de mise au point.",
    ),
    (
        lambda held: (
            min(held.review_months, held.assessment_months, held.final_assessment_months) < 1
        ),
        "Comptez au moins un mois entre deux points de suivi, entre deux bilans, et pour le bilan "
        "final.",
    ),
    (
        lambda held: held.formal_notice_days < 8,
        "Laissez au moins 8 jours au titulaire pour répondre à une mise en demeure.",
    ),
    (
        lambda held: not 12 <= held.entitlement_months <= 48,
        "Choisissez une durée d'éligibilité de 12 à 48 mois.",
    ),
)


class MilestoneKind(StrEnum):
    FIRST_CONTACT = "first_contact"
    KICK_OFF = "kick_off"
    STATEMENT = "statement"
    REVIEW = "review"
    ASSESSMENT = "assessment"
    FINAL_ASSESSMENT = "final_assessment"

    @property
    def label(self) -> str:
        return KIND_LABELS[self]

    @property
    def actor(self) -> Actor:
        return KIND_ACTORS[self]


KIND_LABELS = {
    MilestoneKind.FIRST_CONTACT: "Premier contact avec le facilitateur",
    MilestoneKind.KICK_OFF: "Réunion de mise au point",
    MilestoneKind.STATEMENT: "Relevé d’heures",
    MilestoneKind.REVIEW: "Point de suivi",
    MilestoneKind.ASSESSMENT: "Bilan intermédiaire",
    MilestoneKind.FINAL_ASSESSMENT: "Bilan final",
}
KIND_ACTORS = {
    MilestoneKind.FIRST_CONTACT: Actor.CONTRACTOR,
    MilestoneKind.KICK_OFF: Actor.BUYER,
    MilestoneKind.STATEMENT: Actor.CONTRACTOR,
    MilestoneKind.REVIEW: Actor.FACILITATOR,
    MilestoneKind.ASSESSMENT: Actor.FACILITATOR,
    MilestoneKind.FINAL_ASSESSMENT: Actor.FACILITATOR,
}


@dataclass(frozen=True, slots=True)
class Milestone:
    """`on` is the last day in time; `until` the last day of the period that it is about."""

    kind: MilestoneKind
    on: date
    until: date


@cites(
    CCAG_FOLLOW_UP,
    AQUAREEL_2025,
    CCAG_PERIODS,
    says="Quelles échéances la clause crée-t-elle ?",
    confidence=Confidence.LIKELY,
)
def monitoring_calendar(
    monitoring: Monitoring,
    starts_on: date,
    months: int,
    *,
    notified_on: date | None = None,
    ends_on: date | None = None,
    territory: Territory = Territory.METROPOLE,
) -> tuple[Milestone, ...]:
    """Every dated obligation of a contract of so many months, by day.

    `notified_on` None: on the day it starts. `ends_on`: its last day, where it is not that of its
    months (suspended, renewed, ended). ValueError when the contract lasts no month.
    """
    if months < 1:
        raise ValueError(typeset("Un marché dure au moins un mois : corrigez sa durée."))
    notified = notified_on or starts_on
    end = ends_on or months_after(starts_on, months) - timedelta(days=1)
    found = [
        *_from_notification(monitoring, notified),
        *_statements(monitoring, starts_on, end, territory),
        *_every(MilestoneKind.REVIEW, monitoring.review_months, starts_on, end),
        *_every(MilestoneKind.ASSESSMENT, monitoring.assessment_months, starts_on, end),
        Milestone(
            MilestoneKind.FINAL_ASSESSMENT,
            months_after(end, monitoring.final_assessment_months),
            end,
        ),
    ]
    carried = [
        Milestone(one.kind, working_day_at_or_after(one.on, territory), one.until) for one in found
    ]
    return tuple(sorted(carried, key=lambda one: (one.on, list(MilestoneKind).index(one.kind))))


def _from_notification(monitoring: Monitoring, notified: date) -> Iterator[Milestone]:
    for kind, days in (
        (MilestoneKind.FIRST_CONTACT, monitoring.first_contact_days),
        (MilestoneKind.KICK_OFF, monitoring.kick_off_days),
    ):
        yield Milestone(kind, days_after(notified, days), notified)


def _statements(
    monitoring: Monitoring, start: date, end: date, territory: Territory
) -> Iterator[Milestone]:
    """One for each month or quarter in which the contract runs."""
    day = start
    while day <= end:
        last = closing_day(day, monitoring.practice)
        due = statement_due_on(day, territory, monitoring.practice)
        yield Milestone(MilestoneKind.STATEMENT, due, min(last, end))
        day = last + timedelta(days=1)


def _every(kind: MilestoneKind, months: int, start: date, end: date) -> Iterator[Milestone]:
    """At each of these anniversaries that comes before the end: the end has its own assessment."""
    turn = 1
    while (day := months_after(start, turn * months)) <= end:
        yield Milestone(kind, day, day - timedelta(days=1))
        turn += 1
