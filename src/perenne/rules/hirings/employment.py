"""One employment contract, as far as its legal shape goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from perenne.rules.eligibility import Pass, Structure
from perenne.rules.hirings.shapes import Shape
from perenne.values import Hours, add_months, months_between

NONE = Hours(0)

NONE = Hours(0)


class Easing(StrEnum):
    """An exception of the law that is told to hold; its ground, often private, is not asked."""

    SHORTER = "shorter"
    LONGER = "longer"
    SHORT_WEEK = "short_week"
    AGE = "age"
    PREFECT = "prefect"


@dataclass(frozen=True, slots=True)
class Employment:
    """`ends_on`: last day, renewals included, None when none is written. `weekly`: hours a week.

    `provided`, of an AI: hours with companies in the 24 months from the first one, these included;
    `at_company` is false for a private person, a non-profit body or a local authority.
    """

    shape: Shape
    begins_on: date
    ends_on: date | None = None
    structure: Structure | None = None
    weekly: Hours | None = None
    iae_pass: Pass | None = None
    born_on: date | None = None
    easings: frozenset[Easing] = frozenset()
    provided: Hours = NONE
    at_company: bool = True

    @property
    def age(self) -> int | None:
        """Completed years on the first day; None when the birth date is not known."""
        return None if self.born_on is None else months_between(self.born_on, self.begins_on) // 12

    def is_shorter_than(self, months: int) -> bool:
        return self._end is not None and self._end < add_months(self.begins_on, months)

    def is_longer_than(self, months: int) -> bool:
        return self._end is not None and self._end > add_months(self.begins_on, months)

    @property
    def _end(self) -> date | None:
        """The day after the last one."""
        return None if self.ends_on is None else self.ends_on + timedelta(1)
