"""What is read of hours."""

from perenne.domain.hours.queries.cards import StatementCard
from perenne.domain.hours.queries.checks import (
    CheckCard,
    check_held,
    checks_held,
    may_read_checks,
    may_tune_checks,
    simulate_check,
)
from perenne.domain.hours.queries.lines import Line, lines_of
from perenne.domain.hours.queries.links import Door, link_behind
from perenne.domain.hours.queries.mending import Destinations, Mendable, destinations_of, mendable
from perenne.domain.hours.queries.months import months_of, months_to_open
from perenne.domain.hours.queries.plans import simulate
from perenne.domain.hours.queries.sheet_card import SheetCard, sheet_card
from perenne.domain.hours.queries.sheets import (
    SheetRow,
    SheetSieve,
    counts_of_sheets,
    months_declared,
    sheets_of,
)
from perenne.domain.hours.queries.statements import statement_card

__all__ = [
    "CheckCard",
    "Destinations",
    "Door",
    "Line",
    "Mendable",
    "SheetCard",
    "SheetRow",
    "SheetSieve",
    "StatementCard",
    "check_held",
    "checks_held",
    "counts_of_sheets",
    "destinations_of",
    "lines_of",
    "link_behind",
    "may_read_checks",
    "may_tune_checks",
    "mendable",
    "months_declared",
    "months_of",
    "months_to_open",
    "sheet_card",
    "sheets_of",
    "simulate",
    "simulate_check",
    "statement_card",
]
