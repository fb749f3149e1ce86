"""When is somebody reminded, how often, and what may be said to them."""

from perenne.rules.notices.hours import FIRST_HOUR, LAST_HOUR, is_day_for, may_leave, opens_at
from perenne.rules.notices.spacing import (
    LEAST_DAYS,
    MOST_TIMES,
    SPACING_DAYS,
    Waiting,
    is_given_up,
    may_join,
    tell_on,
)
from perenne.rules.notices.words import Standing, may_speak_of_penalty

__all__ = [
    "FIRST_HOUR",
    "LAST_HOUR",
    "LEAST_DAYS",
    "MOST_TIMES",
    "SPACING_DAYS",
    "Standing",
    "Waiting",
    "is_day_for",
    "is_given_up",
    "may_join",
    "may_leave",
    "may_speak_of_penalty",
    "opens_at",
    "tell_on",
]
