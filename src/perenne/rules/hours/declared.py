"""The hours that one employer declares for one person and one month, day by day when known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from perenne.rules.working_days import Territory, holidays
from perenne.values import Hours, Period, add_months, months_between

NONE = Hours(0)
ADULT = 18


@dataclass(frozen=True, slots=True)
class DeclaredMonth:
    """What a statement says. `month` is the first day of the month, `on` the day of asking.

    `days`: hours by day, empty when only the month is known; a few days of the months beside may
    stand there, so that weeks are whole. `elsewhere`: hours of the same days declared on other
    statements; `other_employers`: those of these days that another employer declares.
    `performance`: when the public contract is performed. `born_on`: asked of minors. `counts_from`:
    the day of the green light. `weekly`: hours of the contract of employment. `before`: what was
    declared the month before. `off`: days of leave or rest, paid without work.
    """

    month: date
    hours: Hours
    employment: Period
    performance: Period
    on: date
    days: Mapping[date, Hours] = field(default_factory=dict)
    elsewhere: Mapping[date, Hours] = field(default_factory=dict)
    born_on: date | None = None
    counts_from: date | None = None
    weekly: Hours | None = None
    before: Hours | None = None
    other_employers: frozenset[date] = frozenset()
    off: frozenset[date] = frozenset()
    territory: Territory = Territory.METROPOLE

    @property
    def whole(self) -> Period:
        return Period(self.month, add_months(self.month, 1))

    @property
    def worked(self) -> tuple[date, ...]:
        """The days of the month on which hours are declared here."""
        return tuple(sorted(day for day in self.days if day in self.whole and self.days[day]))

    def on_day(self, day: date) -> Hours:
        """All that the person works that day: legal limits look at the person, not the job."""
        return self.days.get(day, NONE) + self.elsewhere.get(day, NONE)

    def in_week(self, day: date) -> Hours:
        """All that the person works in the week of that day, from Monday to Sunday."""
        monday = day - timedelta(day.weekday())
        return sum((self.on_day(monday + timedelta(more)) for more in range(7)), NONE)

    def in_week_here(self, day: date) -> Hours:
        """The same for this job alone."""
        monday = day - timedelta(day.weekday())
        return sum((self.days.get(monday + timedelta(more), NONE) for more in range(7)), NONE)

    @property
    def at_work(self) -> tuple[date, ...]:
        """The days on which somebody really worked here."""
        return tuple(day for day in self.worked if day not in self.off)

    @property
    def employed_days(self) -> int:
        """Calendar days of the month that the contract of employment covers."""
        start = max(self.whole.start, self.employment.start)
        return max(0, (min(self.whole.end, self.employment.end) - start).days)

    def is_holiday(self, day: date) -> bool:
        return day in holidays(day.year, self.territory)

    def is_minor(self, day: date) -> bool:
        return self.born_on is not None and months_between(self.born_on, day) < ADULT * 12
