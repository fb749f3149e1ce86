"""The hours a month that a structure has said it can do, and those it has promised already.

A promise weighs day by day: two that follow each other in a month never make too much. One whose
trade nobody said weighs on the structure as a whole, and so does one in a trade of which the
structure said nothing. A structure that said nothing at all is never told that it promises too
much: nobody knows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.texts import LEGAL_YEAR, PRACTICE
from perenne.values import Hours, Period, Share, add_months, months_between

WHOLE = ""
"""All the trades of a structure together."""
MONTHS_A_YEAR, DAYS_A_YEAR, DAYS_A_WEEK = 12, 365, 7
TOLERANCE = parameter(
    "promises.tolerance",
    "Part de la capacité dite qu’une structure promet en trop sans que l’on s’en inquiète",
    Share.percent(10),
    between=(Share.percent(0), Share.percent(50)),
)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a structure says it can do in a trade, by month."""

    trade: str
    monthly: Hours


@dataclass(frozen=True, slots=True)
class Promise:
    """Hours by month, for some days; `trade` is WHOLE where nobody said which."""

    monthly: Hours
    days: Period
    trade: str = WHOLE


@dataclass(frozen=True, slots=True)
class Overload:
    """Days on which more is promised, by month, than what was said; `promised`: the most."""

    days: Period
    trade: str
    stated: Hours
    promised: Hours

    @property
    def over(self) -> Hours:
        return self.promised - self.stated

    @property
    def said(self) -> str:
        """« 420 h par mois promises du 1er mars 2027 au 30 juin 2027, pour 300 h dites… »."""
        since, until = in_full(self.days.start), in_full(self.days.last_day)
        return typeset(
            f"{self.promised} par mois promises du {since} au {until}, pour {self.stated} "
            "dites possibles"
        )


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days on which nothing changes: minutes by month of each trade, and of the whole."""

    days: Period
    load: Mapping[str, int]


@cites(
    PRACTICE,
    says="Une structure promet-elle plus d’heures qu’elle n’en a ?",
    confidence=Confidence.VARIES,
)
def overloads(
    stated: Collection[Stated],
    promises: Collection[Promise],
    span: Period,
    *,
    practice: Practice = USUAL,
) -> tuple[Overload, ...]:
    """In time; days that follow each other are one overload. The whole is told only on days when
    no trade alone says it. A little too much is nothing: people are ill, months are not alike."""
    if not stated:
        return ()
    allowed, found = _allowed(stated), list[Overload]()
    most = 10_000 + practice.of(TOLERANCE).basis_points
    for stretch in _stretches(promises, span):
        load = stretch.load
        over = [it for it in allowed if load.get(it, 0) * 10_000 > allowed[it] * most]
        for trade in [it for it in over if it != WHOLE] or over:
            one = Overload(stretch.days, trade, Hours(allowed[trade]), Hours(stretch.load[trade]))
            _follow(found, one)
    return tuple(found)


@cites(
    LEGAL_YEAR,
    says="Combien d’heures par mois font ces heures, réparties sur ces jours ?",
    confidence=Confidence.SURE,
)
def rate(hours: Hours, days: Period) -> Hours:
    """Rounded down. ValueError when there is no day."""
    number = (days.end - days.start).days
    if number < 1:
        raise ValueError("no day to spread the hours over")
    return Hours(hours.minutes * DAYS_A_YEAR // (MONTHS_A_YEAR * number))


def rate_of_week(weekly: Hours) -> Hours:
    """Hours by month of somebody who works these hours each week; rounded down."""
    return Hours(weekly.minutes * DAYS_A_YEAR // (MONTHS_A_YEAR * DAYS_A_WEEK))


@cites(
    PRACTICE,
    says="Que reste-t-il, par métier, des heures d’une structure ?",
    confidence=Confidence.VARIES,
)
def left_of(
    stated: Collection[Stated], promises: Collection[Promise], span: Period
) -> Mapping[str, Hours]:
    """Of each trade that was said, over all these days; what is left of the whole at most."""
    allowed, left = _allowed(stated), {one.trade: Fraction(0) for one in stated}
    for stretch in _stretches(promises, span):
        months = _months_in(stretch.days)
        whole = allowed[WHOLE] - stretch.load[WHOLE]
        for trade in left:
            free = min(whole, allowed[trade] - stretch.load.get(trade, 0))
            left[trade] += max(0, free) * months
    return {trade: Hours(int(minutes)) for trade, minutes in left.items()}


def by_month(
    stated: Collection[Stated], promises: Collection[Promise], span: Period
) -> tuple[tuple[date, Hours, Hours], ...]:
    """For each month of whole ones: what is promised, what is left; all the trades together."""
    whole = Stated(WHOLE, Hours(_allowed(stated)[WHOLE]))
    rows = []
    for number in range(months_between(span.start, span.end)):
        month = add_months(span.start, number)
        days = Period(month, add_months(month, 1))
        load = sum(it.load[WHOLE] * _months_in(it.days) for it in _stretches(promises, days))
        rows.append((month, Hours(int(load)), left_of([whole], promises, days)[WHOLE]))
    return tuple(rows)


def _allowed(stated: Collection[Stated]) -> dict[str, int]:
    minutes = {one.trade: one.monthly.minutes for one in stated}
    return {**minutes, WHOLE: sum(minutes.values())}


def _stretches(promises: Collection[Promise], span: Period) -> Iterator[_Stretch]:
    """The span cut at each day when a promise begins or ends."""
    ends = {day for it in promises for day in (it.days.start, it.days.end) if day in span}
    for start, end in pairwise(sorted({span.start, span.end, *ends})):
        running = [it for it in promises if start in it.days]
        load = {WHOLE: sum(it.monthly.minutes for it in running)}
        for it in running:
            if it.trade != WHOLE:
                load[it.trade] = load.get(it.trade, 0) + it.monthly.minutes
        yield _Stretch(Period(start, end), load)


def _months_in(days: Period) -> Fraction:
    """How many months these days are, each month counted by its own length."""
    total, start = Fraction(0), days.start
    while start < days.end:
        first = start.replace(day=1)
        after = add_months(first, 1)
        end = min(after, days.end)
        total += Fraction((end - start).days, (after - first).days)
        start = end
    return total


def _follow(found: list[Overload], one: Overload) -> None:
    """One more, or the last of its trade made longer."""
    for place, last in _last_of(found, one.trade):
        if last.days.end == one.days.start:
            found[place] = replace(
                last,
                days=Period(last.days.start, one.days.end),
                promised=max(last.promised, one.promised),
            )
            return
    found.append(one)


def _last_of(found: Sequence[Overload], trade: str) -> list[tuple[int, Overload]]:
    return [(place, it) for place, it in enumerate(found) if it.trade == trade][-1:]
