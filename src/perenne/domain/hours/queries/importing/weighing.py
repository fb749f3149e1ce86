"""The doubts of the rules, on months that a file would write: the same as when one declares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeAlias

from perenne.domain.hours.models import Sheet
from perenne.domain.hours.queries.doubting import Around, DayWorked, around, declared_month
from perenne.domain.hours.queries.importing.facts import Fate
from perenne.domain.hours.queries.importing.months import Key, Month
from perenne.domain.hours.queries.importing.standing import Standing
from perenne.domain.hours.queries.practice import practice_on
from perenne.rules.hours import HourKind, doubts, unanswered
from perenne.values import add_months

Months: TypeAlias = Mapping[Key, Month]
Together: TypeAlias = dict[tuple[int, date], list[tuple[HourKind, Month]]]
"""Hiring and month: what is weighed together, all kinds of hours included."""


def weigh(months: Months, standing: Standing, *, on: date) -> None:
    """Write on each month what keeps it out; a written explanation answers what only asks.

    Three queries. The other months of the file stand beside each month as if they were declared.
    """
    sheets = _sheets(months, standing)
    together: Together = defaultdict(list)
    for key, month in months.items():
        together[key.hiring_id, key.month].append((key.kind, month))
    pairs = {
        (key.hiring_id, key.month): (sheets[key.commitment_id, key.month], month.hiring)
        for key, month in months.items()
    }
    held, known = practice_on(on), around(pairs.values())
    beside = _Beside(known, months, sheets)
    for place, its in together.items():
        sheet, hiring = pairs[place]
        parts = [(kind, month.minutes, month.days) for kind, month in its]
        near = beside.near(hiring.participant_id, sheet.month)
        raised = doubts(declared_month(sheet, hiring, parts, near, on=on), practice=held)
        for _, month in its if raised else ():
            left = unanswered(raised, {doubt.code: month.explanation for doubt in raised})
            if left and month.fate is Fate.TAKEN and not month.objection:
                month.objection = left[0].question


def _sheets(months: Months, standing: Standing) -> dict[tuple[int, date], Sheet]:
    """Those that stand, and stand-ins for the months that are not opened yet."""
    found: dict[tuple[int, date], Sheet] = {}
    for key, month in months.items():
        place = key.commitment_id, key.month
        if place not in found:
            number = standing.sheets.get(place, -len(found) - 1)
            found[place] = Sheet(
                pk=number, commitment=month.hiring.commitment, month=key.month
            )  # fmt: skip
    return found


class _Beside:
    """Days that stand, without those that the file says again, and those of the file; by month."""

    def __init__(
        self, known: Around, months: Months, sheets: Mapping[tuple[int, date], Sheet]
    ) -> None:
        self._known = known
        self._days: dict[tuple[int, date], list[DayWorked]] = defaultdict(list)
        said_again = {month.stands for month in months.values()} - {None}
        for person, days in known.days.items():
            for one in days:
                if one.work_id not in said_again:
                    self._days[person, one.day.replace(day=1)].append(one)
        self._before = dict(known.months)
        for key, month in months.items():
            self._before[key.hiring_id, key.month] = month.minutes
            sheet, employer = sheets[key.commitment_id, key.month].pk, month.hiring.employer_siret
            self._days[key.participant_id, key.month] += (
                DayWorked(day, minutes, sheet, 0, employer) for day, minutes in month.days.items()
            )

    def near(self, person: int, month: date) -> Around:
        """Of this month and of the ones beside: weeks run over both ends."""
        return Around({person: tuple(self._around(person, month))}, self._before, {})

    def _around(self, person: int, month: date) -> Iterator[DayWorked]:
        for number in (-1, 0, 1):
            yield from self._days.get((person, add_months(month, number)), ())
