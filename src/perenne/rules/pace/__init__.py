"""The pace of the hours: what its calendar expects, what comes at the end, what to do about it."""

from perenne.rules.pace.alerts import ALERTS, Alert, AlertCode, AlertRow, Level, Reading, alert_of
from perenne.rules.pace.calendar import (
    EVEN,
    MONTHS_A_YEAR,
    Calendar,
    Expected,
    Season,
    calendar_on,
    expected_curve,
    expected_on,
    months_of,
)
from perenne.rules.pace.catching_up import WAYS, CatchUp, Offer, Way, WayCode, catch_up
from perenne.rules.pace.forecast import Counted, Forecast, drawn, forecast, known_until

__all__ = [
    "ALERTS",
    "EVEN",
    "MONTHS_A_YEAR",
    "WAYS",
    "Alert",
    "AlertCode",
    "AlertRow",
    "Calendar",
    "CatchUp",
    "Counted",
    "Expected",
    "Forecast",
    "Level",
    "Offer",
    "Reading",
    "Season",
    "Way",
    "WayCode",
    "alert_of",
    "calendar_on",
    "catch_up",
    "drawn",
    "expected_curve",
    "expected_on",
    "forecast",
    "known_until",
    "months_of",
]
