"""The calendar of a clause: on which days its hours are expected, and how much each weighs."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from perenne.rules.calibration import Scheme
from perenne.rules.calibration.rounding import half_up
from perenne.rules.french import MONTHS, listed, typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.targets import Facts, Target, target_on
from perenne.rules.texts import PRACTICE
from perenne.values import Hours

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


def calendar_on(facts: Facts, day: date, season: Season) -> Calendar:
    """As it stands that day: a suspension that lasts is counted to that day."""
    stops = ((it.since, it.until or day) for it in facts.pauses if it.since <= day)
    return Calendar(season, tuple(sorted(stops)))


@dataclass(frozen=True, slots=True)
class Expected:
    """`hours`: what should be done by then; `target`: what is owed in all, and in what time."""

    on: date
    hours: Hours
    target: Target


@cites(
    PRACTICE,
    says="Combien d’heures devraient être faites à cette date, selon le calendrier du marché ?",
    confidence=Confidence.VARIES,
)
def expected_on(
    facts: Facts, day: date, season: Season = EVEN, *, practice: Practice = USUAL
) -> Expected:
    """In proportion to the days worked, each with the weight of its month.

    Without season, and where the volume follows the invoices, it is `Target.paced`.
    """
    target = target_on(facts, day, practice=practice)
    if target.period is None or season.is_even or isinstance(facts.written, Scheme):
        return Expected(day, target.paced, target)
    calendar = calendar_on(facts, day, season)
    first, last = target.period.starts_on, target.period.ends_on
    whole = calendar.load(first, last)
    if not whole:
        return Expected(day, target.paced, target)
    done = calendar.load(first, min(day, last))
    return Expected(day, Hours(half_up(Fraction(target.due.minutes * done, whole))), target)


def expected_curve(
    facts: Facts, days: Iterable[date], season: Season = EVEN, *, practice: Practice = USUAL
) -> tuple[tuple[date, Hours], ...]:
    """What should be done by each of these days, in order."""
    found = (expected_on(facts, day, season, practice=practice) for day in sorted(set(days)))
    return tuple((it.on, it.hours) for it in found)
