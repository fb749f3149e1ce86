"""The calendar of a clause: on which days its hours are expected, and how much each weighs."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from perenne.rules.french import MONTHS, listed, typeset

DAY = timedelta(1)
MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Season:
    """What a day of each month of the year weighs, January first; ValueError when all are nil."""

    weights: tuple[int, ...] = (1,) * MONTHS_A_YEAR

    def __post_init__(self) -> None:
        if len(self.weights) != MONTHS_A_YEAR or min(self.weights) < 0 or not any(self.weights):
            raise ValueError(typeset("Un calendrier a douze mois, dont un au moins travaillé."))

    @classmethod
    def of_months(cls, worked: Iterable[int]) -> Season:
        """From the numbers of the months worked; all of them when none is named."""
        named = set(worked) or set(range(1, MONTHS_A_YEAR + 1))
        return cls(tuple(int(number in named) for number in range(1, MONTHS_A_YEAR + 1)))

    @property
    def is_even(self) -> bool:
        return len(set(self.weights)) == 1

    @property
    def said(self) -> str:
        """« toute l’année », or the months worked."""
        if self.is_even:
            return typeset("toute l'année")
        return listed([name for name, it in zip(MONTHS, self.weights, strict=True) if it])


EVEN = Season()


@dataclass(frozen=True, slots=True)
class Calendar:
    """A season and the days suspended, both ends included, apart from one another."""

    season: Season = EVEN
    stops: tuple[tuple[date, date], ...] = ()

    def load(self, since: date, until: date) -> int:
        """The weight of the days worked of a stretch, both included; none of an empty one."""
        if self.season.is_even:
            return self.season.weights[0] * self._worked(since, until)
        return sum(
            self.season.weights[first.month - 1] * self._worked(first, last)
            for first, last in months_of(since, until)
        )

    def _worked(self, first: date, last: date) -> int:
        stopped = sum(
            max(0, (min(until, last) - max(since, first)).days + 1) for since, until in self.stops
        )
        return max(0, (last - first).days + 1 - stopped)


def months_of(since: date, until: date) -> Iterator[tuple[date, date]]:
    """A stretch cut by months: the first and the last day of each piece."""
    while since <= until:
        last = min(until, end_of_month(since))
        yield since, last
        since = last + DAY


def end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
