"""When must one act: the next step of a planned purchase, every delay of the life of a clause."""

from perenne.rules.deadlines.actors import Actor
from perenne.rules.deadlines.asking import asked_by
from perenne.rules.deadlines.delays import DELAYS, Delay, DelayCode
from perenne.rules.deadlines.events import Event
from perenne.rules.deadlines.falling_due import Due, due_on
from perenne.rules.deadlines.following import step_at
from perenne.rules.deadlines.leaving import News, news_to_ask
from perenne.rules.deadlines.monitoring import (
    Milestone,
    MilestoneKind,
    Monitoring,
    monitoring_calendar,
)
from perenne.rules.deadlines.next_step import (
    ANSWER,
    CALIBRATE,
    TOO_LATE,
    NextStep,
    calibration_day,
    next_step,
)
from perenne.rules.deadlines.statements import (
    Rhythm,
    closing_day,
    statement_asked_on,
    statement_due_on,
)

__all__ = [
    "ANSWER",
    "CALIBRATE",
    "DELAYS",
    "TOO_LATE",
    "Actor",
    "Delay",
    "DelayCode",
    "Due",
    "Event",
    "Milestone",
    "MilestoneKind",
    "Monitoring",
    "News",
    "NextStep",
    "Rhythm",
    "asked_by",
    "calibration_day",
    "closing_day",
    "due_on",
    "monitoring_calendar",
    "news_to_ask",
    "next_step",
    "statement_asked_on",
    "statement_due_on",
    "step_at",
]
