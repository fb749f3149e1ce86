"""What a sheet says, line by line, and what was answered to the doubts that it raises."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from perenne.domain.hirings.models import Hiring
from perenne.domain.hours.models import Sheet, Work
from perenne.domain.hours.queries.doubting import around, declared_month
from perenne.domain.hours.queries.practice import practice_on
from perenne.rules.hours import Doubt, DoubtCode, HourKind, doubts, unanswered
from perenne.rules.practice import USUAL, Practice


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
    """As its company said them, corrections included; without days nor explanations.

    Without what was moved there from another month or contract: that is not declared again.
    """
    rows = Work.objects.filter(sheet=sheet, corrects=None, moved_from=None, net_minutes__gt=0)
    return tuple(
        Line(row.hiring_id, row.net_minutes, HourKind(row.kind)) for row in rows.order_by("pk")
    )


@dataclass(frozen=True, slots=True)
class Judged:
    """`objection`: what keeps the hours of this hiring out; `explanation`: what was answered.

    `left`: the doubts that still wait for an answer or a correction; `doubts`: all that hold, each
    as grave as the committee finds it that day.
    """

    hiring: Hiring
    objection: str
    explanation: str
    left: tuple[Doubt, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def judged(
    sheet: Sheet,
    lines: Iterable[Line],
    hirings: Mapping[int, Hiring],
    *,
    on: date,
    practice: Practice = USUAL,
) -> tuple[Judged, ...]:
    """One for each hiring; legal limits look at the person, over all that others declared.

    Three queries, however many lines there are.
    """
    by_hiring: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_hiring[line.hiring_id].append(line)
    held = practice_on(on, practice)
    beside = around([(sheet, hirings[pk]) for pk in by_hiring])
    found = []
    for pk, its in by_hiring.items():
        parts = [(line.kind, line.minutes, line.days) for line in its]
        declared = declared_month(sheet, hirings[pk], parts, beside, on=on)
        raised = doubts(declared, practice=held)
        explained = {code: why for line in its for code, why in line.explained.items()}
        left = unanswered(raised, explained)
        said = " ".join(explained[one.code].strip() for one in raised if one.code in explained)
        objection = left[0].question if left else ""
        found.append(Judged(hirings[pk], objection, said[:500], left, raised))
    return tuple(found)
