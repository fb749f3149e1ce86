"""The hours and contracts of one person: as she reads them herself, and along her pathway.

Whatever record of hers they were declared on. Not one word of her situation comes this way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.db.models import BooleanField, Case, Max, Q, Sum, Value, When

from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.states import CANCELLED, CONFIRMED, PLANNED, HiringState
from perenne.domain.hours.models import Voice, Work
from perenne.domain.hours.policy import PATHWAYS, at_its_company
from perenne.domain.hours.states import OPEN, VALIDATED
from perenne.domain.participants.models import Participant
from perenne.domain.participants.policy import PARTICIPANTS
from perenne.domain.participants.queries import VerdictCard
from perenne.domain.participants.queries.exits import ExitCard, exits_of
from perenne.domain.participants.queries.persons import records_of
from perenne.domain.participants.queries.verdicts import latest_yes
from perenne.kit.actors import Actor
from perenne.kit.policy import NOBODY
from perenne.kit.refusals import NotFound
from perenne.rules.eligibility import Clock, Outlook, clock, outlook
from perenne.rules.french import in_full
from perenne.rules.globalisation import window_end
from perenne.rules.practice import USUAL, Practice
from perenne.values import Hours, Period

FAR = date(9999, 12, 31)
NO_HOURS = Hours(0)
ALL: Q = ~NOBODY


@dataclass(frozen=True, slots=True)
class Job:
    """One contract of employment. `ends_on` None: open. `employer`: who signs it with her."""

    id: int
    employer: str
    title: str
    contract: str
    starts_on: date
    ends_on: date | None
    weekly: Hours
    state: HiringState

    @property
    def days(self) -> Period:
        last = FAR - timedelta(1) if self.ends_on is None else self.ends_on
        return Period(self.starts_on, last + timedelta(1))

    @property
    def is_planned(self) -> bool:
        return self.state is PLANNED

    def runs(self, on: date) -> bool:
        return self.state is CONFIRMED and on in self.days


@dataclass(frozen=True, slots=True)
class Said:
    """What she said of a month, and what was answered."""

    agrees: bool
    message: str
    hours: Hours
    answer: str
    is_answered: bool


@dataclass(frozen=True, slots=True)
class MonthLine:
    """`sheet_id`: what she speaks of. `is_validated`: the facilitator has checked it."""

    sheet_id: int
    month: date
    employer: str
    contract: str
    hours: Hours
    is_validated: bool
    said: tuple[Said, ...] = ()

    @property
    def is_agreed(self) -> bool:
        return any(one.agrees and one.hours == self.hours for one in self.said)

    @property
    def waits(self) -> bool:
        return any(not one.agrees and not one.is_answered for one in self.said)


@dataclass(frozen=True, slots=True)
class Month:
    month: date
    hours: Hours
    lines: tuple[MonthLine, ...]


@dataclass(frozen=True, slots=True)
class PathwayCard:
    """`is_whole`: False for an employer, who sees its own part alone: no gap, no other job."""

    participant_id: int
    code: str
    name: str
    is_whole: bool
    jobs: tuple[Job, ...]
    months: tuple[Month, ...]
    total: Hours
    verdict: VerdictCard | None
    clock: Clock | None
    outlook: Outlook | None
    window: Period | None
    exits: tuple[ExitCard, ...]
    email: str
    may_link: bool
    may_note_exit: bool
    may_read_history: bool

    @property
    def right(self) -> Period | None:
        return right_of(self.verdict)

    @property
    def last_day(self) -> str:
        """Of the right, in words; "" when there is none."""
        return in_full(self.right.last_day) if self.right else ""


def pathway_of(
    participant_id: int, *, seen_by: Actor, on: date, practice: Practice = USUAL
) -> PathwayCard:
    """Seven queries at most. A record that was merged leads to the one that was kept."""
    rows = PATHWAYS.rows("pathway.view", seen_by).filter(pk=participant_id)
    person: Any = rows.annotate(**_allowed(seen_by)).first()
    if person is None:
        raise NotFound(participant_id)
    whole = person.sees_whole
    part = ALL if whole else at_its_company(seen_by, "party__organisation_id")
    jobs = jobs_of(person.pk, part)
    months = months_of(person.pk, {job.id for job in jobs} if not whole else None)
    verdict = latest_yes(person.pk)
    right = right_of(verdict)
    return PathwayCard(
        participant_id=person.merged_into_id or person.pk,
        code=person.code,
        name=name_of(person),
        is_whole=whole,
        jobs=jobs,
        months=months,
        total=Hours(sum(one.hours.minutes for one in months)),
        verdict=verdict,
        clock=clock(right, on=on) if right else None,
        outlook=_outlook(jobs, right, on, practice) if right and whole else None,
        window=_window(jobs, practice) if whole else None,
        exits=exits_of(person.pk, seen_by=seen_by) if whole else (),
        email=person.email if whole else "",
        may_link=person.may_link,
        may_note_exit=person.may_note_exit,
        may_read_history=person.may_read_history,
    )


def _allowed(actor: Actor) -> dict[str, Case]:
    """What they may do about that person, asked with the person."""
    granted = {
        "sees_whole": PATHWAYS.grants["pathway.view_whole"],
        "may_link": PARTICIPANTS.grants["participant.give_link"],
        "may_note_exit": PARTICIPANTS.grants["participant.note_exit"],
        "may_read_history": PARTICIPANTS.grants["participant.read_history"],
    }
    return {
        name: Case(
            When(grant(actor), then=Value(True)), default=Value(False), output_field=BooleanField()
        )
        for name, grant in granted.items()
    }


def name_of(person: Participant) -> str:
    return f"{person.first_name} {person.last_name}".strip() or person.code


def right_of(verdict: VerdictCard | None) -> Period | None:
    if verdict is None or verdict.starts_on is None or verdict.ends_on is None:
        return None
    return Period(verdict.starts_on, verdict.ends_on + timedelta(1))


def jobs_of(participant_id: int, part: Q = ALL) -> tuple[Job, ...]:
    """Those planned, running and ended, by their first day; one query."""
    rows = Hiring.objects.filter(part, participant__in=records_of(participant_id))
    rows = rows.exclude(state=CANCELLED).select_related("commitment__contract")
    return tuple(
        Job(
            id=row.pk,
            employer=row.employer_name,
            title=row.job_title,
            contract=row.commitment.contract.object,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            weekly=Hours(row.weekly_minutes),
            state=HiringState(row.state),
        )
        for row in rows.order_by("starts_on", "pk")
    )


def months_of(participant_id: int, hirings: Iterable[int] | None = None) -> tuple[Month, ...]:
    """What was declared, the last month first; one query."""
    rows = Work.objects.filter(participant__in=records_of(participant_id), corrects=None)
    rows = rows.exclude(sheet__state=OPEN).filter(net_minutes__gt=0)
    if hirings is not None:
        rows = rows.filter(hiring__in=list(hirings))
    found = (
        rows.order_by("-month", "sheet")
        .values_list("sheet", "month", "sheet__commitment__contract__object", "sheet__state")
        .annotate(employer=Max("hiring__employer_name"), all=Sum("net_minutes"))
    )
    lines = [
        MonthLine(sheet, month, employer, contract, Hours(minutes), state == VALIDATED)
        for sheet, month, contract, state, employer, minutes in found
    ]
    return tuple(_months(lines))


def voices_of(participant_id: int) -> Mapping[int, tuple[Said, ...]]:
    """By the sheet that she spoke of, in order."""
    found: dict[int, list[Said]] = defaultdict(list)
    for row in Voice.objects.filter(participant__in=records_of(participant_id)).order_by("pk"):
        answered = row.answered_at is not None
        found[row.sheet_id].append(
            Said(row.agrees, row.message, Hours(row.minutes), row.answer, answered)
        )
    return {sheet: tuple(said) for sheet, said in found.items()}


def _months(lines: Iterable[MonthLine]) -> Iterable[Month]:
    for month, its in groupby(lines, key=lambda line: line.month):
        kept = tuple(its)
        yield Month(month, Hours(sum(line.hours.minutes for line in kept)), kept)


def _outlook(jobs: Iterable[Job], right: Period, on: date, practice: Practice) -> Outlook:
    return outlook([job.days for job in jobs], right, on=on, practice=practice)


def _window(jobs: Iterable[Job], practice: Practice) -> Period | None:
    """In which her hours may be globalised: from the first job that had its green light."""
    starts = [job.starts_on for job in jobs if not job.is_planned]
    return Period(min(starts), window_end(min(starts), practice=practice)) if starts else None
