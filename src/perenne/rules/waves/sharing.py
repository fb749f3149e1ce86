"""The hours of a need that offers cover, alone or as a group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from perenne.rules.law import Confidence, cites
from perenne.rules.texts import LEGAL_YEAR, PRACTICE
from perenne.rules.working_days import Territory, working_day_at_or_before
from perenne.values import Hours

DAYS, MONTHS = 365, 12
NOTHING = Hours(0)


@dataclass(frozen=True, slots=True)
class Wanted:
    """`persons` at least 1; the days are both included."""

    hours: Hours
    persons: int
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class Offered:
    """`per_month`: all the persons together; none when they do what the need says."""

    persons: int
    starts_on: date
    per_month: Hours = NOTHING


@cites(
    PRACTICE,
    says="Combien d’heures d’un besoin une offre couvre-t-elle ?",
    confidence=Confidence.VARIES,
)
def covered(need: Wanted, offer: Offered) -> Hours:
    """Never more than the part of its persons, nor than its months can hold; rounded half up.

    Nothing when it begins after the last day.
    """
    first = max(need.starts_on, offer.starts_on)
    days = (need.ends_on - first).days + 1
    if days <= 0:
        return Hours(0)
    part = min(need.hours.minutes, -(-need.hours.minutes * offer.persons // need.persons))
    if not offer.per_month:
        return Hours(part)
    held = (2 * offer.per_month.minutes * days * MONTHS + DAYS) // (2 * DAYS)
    return Hours(min(part, held))


@cites(
    LEGAL_YEAR,
    says="Quand ces heures seraient-elles faites ?",
    confidence=Confidence.VARIES,
)
def last_day(
    starts_on: date,
    hours: Hours,
    *,
    persons: int,
    per_week: Hours,
    territory: Territory = Territory.METROPOLE,
) -> date:
    """The end of the week in which so many persons, so many hours a week each, finish them."""
    weeks = max(1, -(-hours.minutes // (persons * per_week.minutes)))
    last = working_day_at_or_before(starts_on + timedelta(7 * weeks - 1), territory)
    return max(starts_on, last)
