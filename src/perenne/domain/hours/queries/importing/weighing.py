"""The doubts of the rules, on months that a file would write: the same as when one declares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from perenne.domain.hours.models import WorkDay
from perenne.domain.hours.queries.doubting import AROUND, FAR
from perenne.domain.hours.queries.importing.months import Key, Month
from perenne.kit.tenancy import current_committee
from perenne.rules.hours import DeclaredMonth, doubts, unanswered
from perenne.rules.practice import USUAL, Practice
from perenne.rules.working_days import territory_of
from perenne.values import Hours, Period

AN_OTHER_MONTH = 31  # days from a month to the ones beside
Days: TypeAlias = dict[date, int]
Job: TypeAlias = tuple[int, date, str]
"""A hiring, a month, a kind of hours; the first two are weighed together."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """`declared`: person → hiring, month and kind → minutes of each day, as they stand."""

    declared: Mapping[int, Mapping[Job, Days]]
    on: date
    practice: Practice = USUAL

    def weigh(self, months: Mapping[Key, Month]) -> None:
        """Write on each month what keeps it out; a written explanation answers what only asks."""
        together: dict[tuple[int, date], list[Month]] = defaultdict(list)
        people: dict[int, dict[Job, Days]] = {}
        for key, month in months.items():
            person = key.participant_id
            its = people.setdefault(person, dict(self.declared.get(person, {})))
            its[key.hiring_id, key.month, key.kind.value] = month.days
            together[key.hiring_id, key.month].append(month)
        for job, its_months in together.items():
            self._weigh(job, its_months, people[its_months[0].hiring.participant_id])

    def _weigh(
        self, job: tuple[int, date], months: list[Month], person: Mapping[Job, Days]
    ) -> None:
        raised = doubts(_declared(job, months, person, self.on), practice=self.practice)
        if not raised:
            return
        for month in months:
            left = unanswered(raised, {doubt.code: month.explanation for doubt in raised})
            if left and not month.objection:
                month.objection = left[0].question


def _declared(
    job: tuple[int, date], months: list[Month], person: Mapping[Job, Days], on: date
) -> DeclaredMonth:
    hiring, month = months[0].hiring, job[1]
    contract = hiring.commitment.contract
    here: Days = defaultdict(int)
    elsewhere: Days = defaultdict(int)
    for (other, its_month, _), days in person.items():
        if abs((its_month - month).days) <= AN_OTHER_MONTH:
            place = here if (other, its_month) == job else elsewhere
            for day, minutes in days.items():
                place[day] += minutes
    return DeclaredMonth(
        month=month,
        hours=Hours(sum(one.minutes for one in months)),
        employment=_period(hiring.starts_on, hiring.ends_on),
        performance=_period(contract.starts_on or FAR, contract.ended_on),
        on=on,
        days={day: Hours(minutes) for day, minutes in here.items()},
        elsewhere={day: Hours(minutes) for day, minutes in _around(month, elsewhere)},
        born_on=hiring.participant.born_on,
        counts_from=hiring.counts_from,
        weekly=Hours(hiring.weekly_minutes),
        territory=territory_of(current_committee()),
    )


def _around(month: date, days: Days) -> Iterable[tuple[date, int]]:
    """Those of the weeks at both ends of the month too."""
    first, last = month - AROUND, month + timedelta(AN_OTHER_MONTH) + AROUND
    return ((day, minutes) for day, minutes in days.items() if first <= day < last)


def _period(starts_on: date, ends_on: date | None) -> Period:
    return Period(starts_on, FAR if ends_on is None else ends_on + timedelta(1))


def declared_by(people: Iterable[int], months: Iterable[date]) -> Mapping[int, Mapping[Job, Days]]:
    """All that these people worked in these months and around, whoever employed them."""
    those = sorted(set(months))
    found: dict[int, dict[Job, Days]] = defaultdict(lambda: defaultdict(dict))
    if not those:
        return found
    rows = WorkDay.objects.filter(
        participant__in=people,
        day__gte=those[0] - AROUND,
        day__lt=those[-1] + timedelta(31) + AROUND,
    ).values_list(
        "participant_id", "work__hiring_id", "work__month", "work__kind", "day", "minutes"
    )
    for person, hiring, month, kind, day, minutes in rows.iterator(chunk_size=5_000):
        found[person][hiring, month, kind][day] = minutes
    return found
