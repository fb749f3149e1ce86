"""What stands around the declared hours of a person: their other days, the month before.

Three questions for one sheet or for a thousand: the days, the month before, and for sheets that
are declared already, their works.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from django.db.models import Q, Sum
from django.db.models.functions import Coalesce

from perenne.domain.hirings.models import Hiring
from perenne.domain.hours.models import Sheet, Work, WorkDay
from perenne.kit.tenancy import current_committee
from perenne.rules.hours import ABSENCES, DeclaredMonth, Doubt, HourKind, doubts
from perenne.rules.practice import Practice
from perenne.rules.working_days import territory_of
from perenne.values import Hours, Period, add_months

FAR = date(9999, 12, 31)
AROUND = timedelta(6)  # so that the weeks at both ends of the month are whole
LONGEST = timedelta(31)
Part: TypeAlias = tuple[HourKind, int, Mapping[date, int]]
"""Kind, minutes, and minutes of each day where they are known."""


@dataclass(frozen=True, slots=True)
class DayWorked:
    day: date
    minutes: int
    sheet_id: int
    work_id: int
    employer_siret: str


@dataclass(frozen=True, slots=True)
class Around:
    """By record, every known day of its person; by hiring and month, the minutes declared."""

    days: Mapping[int, tuple[DayWorked, ...]]
    months: Mapping[tuple[int, date], int]
    sheets: Mapping[tuple[str, int, date], int]
    """By company, commitment and month."""


def around(pairs: Collection[tuple[Sheet, Hiring]]) -> Around:
    """Two queries; of what counts still: a line corrected to nothing has no days any more."""
    if not pairs:
        return Around({}, {}, {})
    months = {sheet.month for sheet, _hiring in pairs}
    days: dict[int, list[DayWorked]] = defaultdict(list)
    people = (hiring.participant for _sheet, hiring in pairs)
    whole = {person.pk: person.merged_into_id or person.pk for person in people}
    rows = WorkDay.objects.filter(
        Q(participant__in=whole.values()) | Q(participant__merged_into__in=whole.values()),
        day__gte=min(months) - AROUND,
        day__lt=max(months) + LONGEST + AROUND,
        work__net_minutes__gt=0,
    ).values_list(
        Coalesce("participant__merged_into_id", "participant_id"),
        "day", "minutes", "work__sheet", "work", "work__hiring__employer_siret",
    )  # fmt: skip
    for person, day, minutes, sheet, work, employer in rows:
        days[person].append(DayWorked(day, minutes, sheet, work, employer))
    commitments = {sheet.commitment_id for sheet, _hiring in pairs}
    return Around(
        {record: tuple(days[person]) for record, person in whole.items()},
        *_months_before(commitments, {add_months(month, -1) for month in months}),
    )


def _months_before(
    commitments: Collection[int], months: Collection[date]
) -> tuple[Mapping[tuple[int, date], int], Mapping[tuple[str, int, date], int]]:
    rows = (
        Work.objects.filter(sheet__commitment__in=commitments, month__in=months, corrects=None)
        .order_by()
        .values_list("hiring", "month", "sheet__commitment", "sheet__statement__siret")
        .annotate(all=Sum("net_minutes"))
    )
    by_hiring: dict[tuple[int, date], int] = {}
    by_sheet: dict[tuple[str, int, date], int] = defaultdict(int)
    for hiring, month, commitment, siret, minutes in rows:
        by_hiring[hiring, month] = minutes
        by_sheet[siret, commitment, month] += minutes
    return by_hiring, by_sheet


def declared_month(
    sheet: Sheet, hiring: Hiring, parts: Collection[Part], beside: Around, *, on: date
) -> DeclaredMonth:
    """As the rules ask for it. The sheet is read with the contract of its commitment."""
    here: dict[date, int] = defaultdict(int)
    working = set()
    for kind, _minutes, days in parts:
        for day, minutes in days.items():
            here[day] += minutes
            if kind not in ABSENCES:
                working.add(day)
    others = [it for it in beside.days.get(hiring.participant_id, ()) if it.sheet_id != sheet.pk]
    elsewhere: dict[date, int] = defaultdict(int)
    for it in others:
        elsewhere[it.day] += it.minutes
    before = beside.months.get((hiring.pk, add_months(sheet.month, -1)))
    contract = sheet.commitment.contract
    return DeclaredMonth(
        month=sheet.month,
        hours=Hours(sum(minutes for _kind, minutes, _days in parts)),
        employment=_period(hiring.starts_on, hiring.ends_on),
        performance=_period(contract.starts_on or FAR, contract.ended_on),
        on=on,
        days={day: Hours(minutes) for day, minutes in here.items()},
        elsewhere={day: Hours(minutes) for day, minutes in elsewhere.items()},
        born_on=hiring.participant.born_on,
        counts_from=hiring.counts_from,
        weekly=Hours(hiring.weekly_minutes),
        before=None if before is None else Hours(before),
        other_employers=frozenset(
            it.day for it in others if it.employer_siret != hiring.employer_siret
        ),
        off=frozenset(set(here) - working),
        territory=territory_of(current_committee()),
    )


def doubts_in(
    works: Iterable[Work], beside: Around, *, on: date, practice: Practice
) -> Mapping[tuple[int, int], tuple[Doubt, ...]]:
    """By sheet and hiring, what holds of works that are declared already, lines of one month
    together. The works are read with their sheet, its contract, and their hiring with its person.
    """
    groups: dict[tuple[int, int], list[Work]] = defaultdict(list)
    for work in works:
        if work.net_minutes > 0:
            groups[work.sheet_id, work.hiring_id].append(work)
    found = {}
    for key, its in groups.items():
        sheet, hiring = its[0].sheet, its[0].hiring
        own = _own_days(its, beside)
        parts = [(HourKind(it.kind), it.net_minutes, own[it.pk]) for it in its]
        month = declared_month(sheet, hiring, parts, beside, on=on)
        found[key] = doubts(month, practice=practice)
    return found


def _own_days(works: list[Work], beside: Around) -> Mapping[int, Mapping[date, int]]:
    days: dict[int, dict[date, int]] = {work.pk: {} for work in works}
    for it in beside.days.get(works[0].participant_id, ()):
        if it.work_id in days:
            days[it.work_id][it.day] = it.minutes
    return days


def _period(starts_on: date, ends_on: date | None) -> Period:
    return Period(starts_on, FAR if ends_on is None else ends_on + timedelta(1))
