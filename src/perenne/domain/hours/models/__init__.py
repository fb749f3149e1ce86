"""Monthly statements, the ledger of hours, and what PostgreSQL counts on it."""

from perenne.domain.hours.models.checks import CheckSetting
from perenne.domain.hours.models.counters import Balance, PersonDay, PersonMonth
from perenne.domain.hours.models.declaring import DraftLine, StatementLink
from perenne.domain.hours.models.disputes import Voice
from perenne.domain.hours.models.imports import (
    HoursImport,
    ImportLine,
    RememberedLayout,
    RememberedPerson,
)
from perenne.domain.hours.models.ledger import Allocation, Outlook, Plan, PlanLine
from perenne.domain.hours.models.statements import Sheet, Statement
from perenne.domain.hours.models.talks import SheetMessage
from perenne.domain.hours.models.works import Work, WorkDay

__all__ = [
    "Allocation",
    "Balance",
    "CheckSetting",
    "DraftLine",
    "HoursImport",
    "ImportLine",
    "Outlook",
    "PersonDay",
    "PersonMonth",
    "Plan",
    "PlanLine",
    "RememberedLayout",
    "RememberedPerson",
    "Sheet",
    "SheetMessage",
    "Statement",
    "StatementLink",
    "Voice",
    "Work",
    "WorkDay",
]
