"""The terms in which a contract counts: days, months, a day of next month, a quarter.

The day of the event is never counted (CCAG 3.2.1); days are calendar days (3.2.2); months run
from a day to the same day, or to the last one of a shorter month (3.2.3). Beyond the last day
of the calendar, the last day is given.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from perenne.rules.law import Confidence, cites
from perenne.rules.texts import AQUAREEL_2025, BAM_2021, CCAG_PERIODS
from perenne.values import add_months

_MONTHS_A_QUARTER = 3


@cites(
    CCAG_PERIODS,
    says="Quand finit un délai en jours ?",
    confidence=Confidence.SURE,
)
def days_after(day: date, days: int) -> date:
    """The last day of a delay in calendar days; before the event when `days` is negative."""
    return date.fromordinal(
        min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    )


@cites(
    CCAG_PERIODS,
    says="Quand finit un délai en mois ?",
    confidence=Confidence.SURE,
)
def months_after(day: date, months: int) -> date:
    """The last day of a delay in months, « de quantième à quantième »."""
    last = (date.max.year - day.year) * 12 + date.max.month - day.month
    return add_months(day, months) if months <= last else date.max


@cites(
    AQUAREEL_2025,
    BAM_2021,
    says="Quel jour tombe le tant du mois suivant ?",
    confidence=Confidence.SURE,
)
def next_month_on(day: date, number: int) -> date:
    """That number of the month after, or its last day: « avant le 12 du mois suivant »."""
    month = months_after(day.replace(day=1), 1)
    return month.replace(day=min(number, monthrange(month.year, month.month)[1]))


@cites(
    BAM_2021,
    says="Quel jour finit le trimestre ?",
    confidence=Confidence.SURE,
)
def quarter_end(day: date) -> date:
    """31 March, 30 June, 30 September or 31 December: the first one that is not past."""
    month = -(-day.month // _MONTHS_A_QUARTER) * _MONTHS_A_QUARTER
    return date(day.year, month, monthrange(day.year, month)[1])
