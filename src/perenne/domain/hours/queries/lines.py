"""What a sheet says, and what the rules find hard to believe in it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from perenne.domain.hirings.models import Hiring
from perenne.domain.hours.models import Sheet, Work, WorkDay
from perenne.rules.hours import DeclaredMonth, Doubt, DoubtCode, HourKind, doubts, unanswered
from perenne.rules.practice import USUAL, Practice
from perenne.values import Hours, Period

FAR = date(9999, 12, 31)
AROUND = timedelta(6)  # so that the weeks at both ends of the month are whole


@dataclass(frozen=True, slots=True)
class Line:
    """`minutes`: of the month. `days`: minutes of each day, where they are known: all of them.

    `explained`: what is answered to each doubt that asks for a reason.
    """

    hiring_id: int
    minutes: int
    kind: HourKind = HourKind.WORK
    days: Mapping[date, int] = field(default_factory=dict)
    explained: Mapping[DoubtCode, str] = field(default_factory=dict)


def lines_of(sheet: Sheet) -> tuple[Line, ...]:
    """As they stand, corrections included; without days nor explanations."""
    rows = Work.objects.filter(sheet=sheet, corrects=None, net_minutes__gt=0).order_by("pk")
    return tuple(Line(row.hiring_id, row.net_minutes, HourKind(row.kind)) for row in rows)


@dataclass(frozen=True, slots=True)
class Judged:
    """`objection`: what keeps the hours of this hiring out; `explanation`: what was answered.

    `left`: the doubts that still wait for an answer or a correction.
    """

    hiring: Hiring
    objection: str
    explanation: str
    left: tuple[Doubt, ...] = ()


def judged(
    sheet: Sheet,
    lines: Iterable[Line],
    hirings: Mapping[int, Hiring],
    *,
    on: date,
    practice: Practice = USUAL,
) -> tuple[Judged, ...]:
    """One for each hiring; legal limits look at the person, over all that others declared."""
    by_hiring: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_hiring[line.hiring_id].append(line)
    elsewhere = _days_elsewhere(sheet, hirings.values())
    return tuple(
        _judge(sheet, hirings[pk], its, elsewhere[hirings[pk].participant_id], on, practice)
        for pk, its in by_hiring.items()
    )


def _judge(
    sheet: Sheet,
    hiring: Hiring,
    lines: list[Line],
    elsewhere: Mapping[date, int],
    on: date,
    practice: Practice,
) -> Judged:
    days: dict[date, int] = defaultdict(int)
    for line in lines:
        for day, minutes in line.days.items():
            days[day] += minutes
    contract = sheet.commitment.contract
    declared = DeclaredMonth(
        month=sheet.month,
        hours=Hours(sum(line.minutes for line in lines)),
        employment=_period(hiring.starts_on, hiring.ends_on),
        performance=_period(contract.starts_on or FAR, contract.ended_on),
        on=on,
        days={day: Hours(minutes) for day, minutes in days.items()},
        elsewhere={day: Hours(minutes) for day, minutes in elsewhere.items()},
        born_on=hiring.participant.born_on,
    )
    explained = {code: why for line in lines for code, why in line.explained.items()}
    raised = doubts(declared, practice=practice)
    left = unanswered(raised, explained)
    said = " ".join(explained[doubt.code].strip() for doubt in raised if doubt.code in explained)
    return Judged(hiring, left[0].question if left else "", said[:500], left)


def _period(starts_on: date, ends_on: date | None) -> Period:
    return Period(starts_on, FAR if ends_on is None else ends_on + timedelta(1))


def _days_elsewhere(sheet: Sheet, hirings: Iterable[Hiring]) -> Mapping[int, Mapping[date, int]]:
    """Of each person, all that is declared on other sheets around that month."""
    people = {hiring.participant_id for hiring in hirings}
    found: dict[int, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    rows = WorkDay.objects.filter(
        participant__in=people,
        day__gte=sheet.month - AROUND,
        day__lt=sheet.month + timedelta(31) + AROUND,
    ).exclude(work__sheet=sheet)
    for person, day, minutes in rows.values_list("participant_id", "day", "minutes"):
        found[person][day] += minutes
    return found
