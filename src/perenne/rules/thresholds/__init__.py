"""EU thresholds, the duty of a social condition since 22 August 2026, its exceptions, SPASER."""

from perenne.rules.thresholds.amounts import DUTY_DAY, kind_of, thresholds
from perenne.rules.thresholds.duty import duty
from perenne.rules.thresholds.grounds import EXCEPTION_GROUNDS, ExceptionGround, open_grounds
from perenne.rules.thresholds.memo import Memo, NoMemo, memo, memo_objection
from perenne.rules.thresholds.spaser import SpaserDuty, spaser_duty
from perenne.rules.thresholds.spaser_indicators import (
    SPASER_INDICATORS,
    SpaserPurchase,
    SpaserRate,
    spaser_rates,
)
from perenne.rules.thresholds.stances import Stance
from perenne.rules.thresholds.verdicts import Duty, DutyVerdict

__all__ = [
    "DUTY_DAY",
    "EXCEPTION_GROUNDS",
    "SPASER_INDICATORS",
    "Duty",
    "DutyVerdict",
    "ExceptionGround",
    "Memo",
    "NoMemo",
    "SpaserDuty",
    "SpaserPurchase",
    "SpaserRate",
    "Stance",
    "duty",
    "kind_of",
    "memo",
    "memo_objection",
    "open_grounds",
    "spaser_duty",
    "spaser_rates",
    "thresholds",
]
