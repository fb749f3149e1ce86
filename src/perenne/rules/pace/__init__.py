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
from perenne.rules.pace.forecast import Counted, Forecast, drawn, forecast, known_until
from perenne.rules.pace.lateness import Lateness, lateness

__all__ = [
    "ALERTS",
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
    "Way",
    "WayCode",
    "alert_of",
    "catch_up",
    "drawn",
    "forecast",
    "is_worth_telling",
    "known_until",
    "lateness",
]
