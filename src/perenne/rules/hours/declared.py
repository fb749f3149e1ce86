"""The hours that one employer declares for one person and one month, day by day when known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from perenne.values import Hours, Period, add_months, months_between

NONE = Hours(0)
ADULT = 18


@dataclass(frozen=True, slots=True)
class DeclaredMonth:
    """What a statement says. `month` is the first day of the month, `on` the day of asking.

    `days`: hours by day, empty when only the month is known; a few days of the months beside may
    stand there, so that weeks are whole. `elsewhere`: hours of the same days declared by other
    employers. `performance`: when the public contract is performed. `born_on`: asked of minors.
    """

    month: date
    hours: Hours
    employment: Period
    performance: Period
    on: date
    days: Mapping[date, Hours] = field(default_factory=dict)
    elsewhere: Mapping[date, Hours] = field(default_factory=dict)
    born_on: date | None = None

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

    def is_minor(self, day: date) -> bool:
        return self.born_on is not None and months_between(self.born_on, day) < ADULT * 12
