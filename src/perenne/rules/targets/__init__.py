"""The target of a commitment as a function of time: any past day can be computed again."""

from perenne.rules.targets.calendar import EVEN, MONTHS_A_YEAR, Calendar, Season, months_of
from perenne.rules.targets.events import Happening, days_of_change, happenings
from perenne.rules.targets.facts import (
    Bill,
    Change,
    Done,
    End,
    Facts,
    Order,
    Part,
    Pause,
    Renewing,
    known,
)
from perenne.rules.targets.owing import stays_as_signed
from perenne.rules.targets.periods import ExecutionPeriod, period_on
from perenne.rules.targets.target import (
    Target,
    curve,
    due_when_terminated,
    target_on,
)
from perenne.rules.targets.written import Written, written_on

__all__ = [
    "EVEN",
    "MONTHS_A_YEAR",
    "Bill",
    "Calendar",
    "Change",
    "Done",
    "End",
    "ExecutionPeriod",
    "Facts",
    "Happening",
    "Order",
    "Part",
    "Pause",
    "Renewing",
    "Season",
    "Target",
    "Written",
    "curve",
    "days_of_change",
    "due_when_terminated",
    "happenings",
    "known",
    "months_of",
    "period_on",
    "stays_as_signed",
    "target_on",
    "written_on",
]
