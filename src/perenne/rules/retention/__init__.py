"""How long is each thing kept, and what happens then: terms, erasure on request, warnings."""

from perenne.rules.retention.expiring import Expiry, Holding, expires_on
from perenne.rules.retention.notices import NOTICE_DAYS, Notice, due_for_notice
from perenne.rules.retention.periods import (
    RETENTION_PERIODS,
    Basis,
    PeriodCode,
    RetentionPeriod,
)
from perenne.rules.retention.records import Event, Ground, Outcome, RecordKind
from perenne.rules.retention.requests import Erasure, may_erase_on_request

__all__ = [
    "NOTICE_DAYS",
    "RETENTION_PERIODS",
    "Basis",
    "Erasure",
    "Event",
    "Expiry",
    "Ground",
    "Holding",
    "Notice",
    "Outcome",
    "PeriodCode",
    "RecordKind",
    "RetentionPeriod",
    "due_for_notice",
    "expires_on",
    "may_erase_on_request",
]
