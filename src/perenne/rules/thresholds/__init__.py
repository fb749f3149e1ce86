"""EU thresholds, and the duty of a social or employment condition since 22 August 2026."""

from perenne.rules.thresholds.amounts import DUTY_DAY, kind_of, thresholds
from perenne.rules.thresholds.duty import duty
from perenne.rules.thresholds.verdicts import Duty, DutyVerdict, ExceptionGround

__all__ = [
    "DUTY_DAY",
    "Duty",
    "DutyVerdict",
    "ExceptionGround",
    "duty",
    "kind_of",
    "thresholds",
]
