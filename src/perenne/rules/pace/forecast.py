"""Where the hours will stand at the end, if they go on as in the last months: a range, not a point.

Months with no day of work weigh nothing: a winter without hours says nothing of the summer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import islice

from perenne.rules.calibration.rounding import half_up
from perenne.rules.french import in_full, in_words, typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.targets.calendar import DAY, Calendar, end_of_month, months_of
from perenne.rules.texts import PRACTICE
from perenne.values import Hours, Period

MONTHS_LOOKED_AT = parameter(
    "pace.months_looked_at",
    "Mois travaillés dont on prolonge le rythme",
    6,
    between=(2, 12),
    unit="mois",
)
DAYS_TO_KNOW = parameter(
    "pace.days_to_know",
    "Temps laissé à un relevé, après la fin du mois, pour être déclaré et validé",
    45,
    between=(0, 90),
    unit="jours",
)
ENOUGH = 2
"""Months without which nothing is foreseen: one month has no range."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Hours that count, by the first day of the month in which they were worked.

    `complete`: the months of which every company that owes a statement has one validated.
    """

    months: Mapping[date, Hours]
    complete: frozenset[date] = frozenset()

    @property
    def total(self) -> Hours:
        return sum(self.months.values(), Hours(0))

    def by(self, day: date) -> Hours:
        """Those of the months begun by that day."""
        return sum((it for month, it in self.months.items() if month <= day), Hours(0))


@dataclass(frozen=True, slots=True)
class Forecast:
    """At the last day of execution. `months`: how many were looked at."""

    low: Hours
    middle: Hours
    high: Hours
    months: int
    since: date
    until: date
    reason: str

    @property
    def said(self) -> str:
        """« 600 à 800 h », or one figure where both ends are the same."""
        low, high = self.low.rounded, self.high.rounded
        return typeset(f"{high} h" if low == high else f"{low} à {high} h")


def first_open_month(on: date, *, practice: Practice = USUAL) -> date:
    """The first one that its statements alone make known: those before had their time."""
    return (on - timedelta(practice.of(DAYS_TO_KNOW)) + DAY).replace(day=1)


@cites(
    PRACTICE,
    says="Jusqu’à quel mois les heures sont-elles connues ?",
    confidence=Confidence.VARIES,
)
def known_until(counted: Counted, on: date, *, practice: Practice = USUAL) -> date:
    """The last day of a month over long enough, or of those after it, one by one, whose statements
    are all validated: what one company declared early says nothing of the others.
    """
    month = first_open_month(on, practice=practice)
    while month in counted.complete and end_of_month(month) < on:
        month = end_of_month(month) + DAY
    return month - DAY


@cites(
    PRACTICE,
    says="Combien d’heures seront faites à la fin, si le rythme se maintient ?",
    confidence=Confidence.VARIES,
)
def forecast(
    counted: Counted,
    calendar: Calendar,
    execution: Period,
    *,
    known: date,
    practice: Practice = USUAL,
) -> Forecast | None:
    """The mean of the last months prolonged; the range goes from the mean of their weaker half
    to that of the stronger. `known`: the last day of the last month whose hours are known. None
    with less than two months of work, and once it is over.
    """
    last = min(known, execution.last_day)
    if known >= execution.last_day:
        return None
    months = _pace(counted, calendar, execution.start, last)
    pace = list(islice(months, practice.of(MONTHS_LOOKED_AT)))
    if len(pace) < ENOUGH:
        return None
    done = counted.by(known)
    to_come = calendar.load(last + DAY, execution.last_day)
    sorted_pace = sorted(pace, key=lambda it: Fraction(it.minutes, it.load))
    half = (len(pace) + 1) // 2
    low, middle, high = (
        max(counted.total, done + Hours(half_up(to_come * _mean(it))))
        for it in (sorted_pace[:half], pace, sorted_pace[-half:])
    )
    return Forecast(
        low, middle, high, len(pace), last, execution.last_day, _said(len(pace), half, last)
    )


def drawn(
    counted: Counted, calendar: Calendar, found: Forecast
) -> tuple[tuple[date, Hours, Hours], ...]:
    """The range month after month, from the last day known to the end."""
    done = counted.by(found.since)
    whole = calendar.load(found.since + DAY, found.until)
    ends = [last for _, last in months_of(found.since + DAY, found.until)]
    points = [(found.since, done, done)]
    for day in ends:
        load = calendar.load(found.since + DAY, day)
        low, high = (
            done + Hours((end - done).minutes * load // whole if whole else 0)
            for end in (found.low, found.high)
        )
        points.append((day, low, high))
    return tuple(points)


@dataclass(frozen=True, slots=True)
class _Month:
    minutes: int
    load: int


def _pace(counted: Counted, calendar: Calendar, first: date, last: date) -> Iterator[_Month]:
    """The months with days of work, the last one first."""
    while first <= last:
        begins = last.replace(day=1)
        load = calendar.load(max(first, begins), last)
        if load:
            yield _Month(counted.months.get(begins, Hours(0)).minutes, load)
        last = begins - DAY


def _mean(months: Sequence[_Month]) -> Fraction:
    return Fraction(sum(it.minutes for it in months), sum(it.load for it in months))


def _said(months: int, half: int, since: date) -> str:
    return typeset(
        f"Prévision : on prolonge, depuis le {in_full(since)}, le rythme moyen des "
        f"{in_words(months)} derniers mois travaillés ; la fourchette va du rythme des "
        f"{in_words(half)} mois les plus faibles à celui des {in_words(half)} plus forts."
    )
