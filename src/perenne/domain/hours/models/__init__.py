"""Monthly statements, the ledger of hours, and what PostgreSQL counts on it."""

from perenne.domain.hours.models.counters import Balance, PersonDay, PersonMonth
from perenne.domain.hours.models.ledger import Allocation, Outlook, Plan, PlanLine
from perenne.domain.hours.models.statements import Sheet, Statement
from perenne.domain.hours.models.works import Work, WorkDay

__all__ = [
    "Allocation",
    "Balance",
    "Outlook",
    "PersonDay",
    "PersonMonth",
    "Plan",
    "PlanLine",
    "Sheet",
    "Statement",
    "Work",
    "WorkDay",
]
