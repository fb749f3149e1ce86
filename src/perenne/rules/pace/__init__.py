"""The pace of the hours: what comes at the end, how grave it is, what to do about it.

What the calendar expects is `targets.Target.paced`.
"""

from perenne.rules.pace.alerts import (
    ALERTS,
    Alert,
    AlertCode,
    AlertRow,
    Level,
    Reading,
    alert_of,
    is_worth_telling,
)
from perenne.rules.pace.catching_up import WAYS, CatchUp, Offer, Way, WayCode, catch_up
from perenne.rules.pace.forecast import (
    Counted,
    Forecast,
    drawn,
    first_open_month,
    forecast,
    known_until,
)
from perenne.rules.pace.lateness import NOTHING_SETTLED, Lateness, Settlement, lateness

__all__ = [
    "ALERTS",
    "NOTHING_SETTLED",
    "WAYS",
    "Alert",
    "AlertCode",
    "AlertRow",
    "CatchUp",
    "Counted",
    "Forecast",
    "Lateness",
    "Level",
    "Offer",
    "Reading",
    "Settlement",
    "Way",
    "WayCode",
    "alert_of",
    "catch_up",
    "drawn",
    "first_open_month",
    "forecast",
    "is_worth_telling",
    "known_until",
    "lateness",
]
