"""A bilan as it is given: measures, and breakdowns by lines."""

from dataclasses import dataclass
from datetime import date

from perenne.domain.assessments.queries.measures import Unit
from perenne.domain.assessments.scopes import Scope
from perenne.values import Period


@dataclass(frozen=True, slots=True)
class Measure:
    """`value`: in its unit; None where nothing can be said, or where `note` says why it is not."""

    code: str
    label: str
    unit: Unit
    value: int | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Persons do not add up from one line to another: one may be in two of them.

    On the exits, `persons` are exits.
    """

    code: str
    label: str
    persons: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Breakdown:
    """`note` says why lines are put together, or why there is none."""

    code: str
    label: str
    lines: tuple[Line, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bilan:
    scope: Scope
    title: str
    months: Period
    on: date
    measures: tuple[Measure, ...]
    breakdowns: tuple[Breakdown, ...]

    def value(self, code: str) -> int | None:
        return next(one.value for one in self.measures if one.code == code)

    def breakdown(self, code: str) -> Breakdown:
        return next(one for one in self.breakdowns if one.code == code)
