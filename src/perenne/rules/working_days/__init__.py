"""Which days are worked, where, and how a term of the contract is counted."""

from perenne.rules.working_days.counting import (
    is_working_day,
    working_day_at_or_after,
    working_day_at_or_before,
    working_days_after,
    working_days_between,
)
from perenne.rules.working_days.holidays import LOCAL_HOLIDAYS, LocalHoliday, easter, holidays
from perenne.rules.working_days.terms import (
    days_after,
    months_after,
    next_month_on,
    quarter_end,
)
from perenne.rules.working_days.territories import Territory, territory_of

__all__ = [
    "LOCAL_HOLIDAYS",
    "LocalHoliday",
    "Territory",
    "days_after",
    "easter",
    "holidays",
    "is_working_day",
    "months_after",
    "next_month_on",
    "quarter_end",
    "territory_of",
    "working_day_at_or_after",
    "working_day_at_or_before",
    "working_days_after",
    "working_days_between",
]
