"""What is read of hours."""

from perenne.domain.hours.queries.checks import (
    CheckCard,
    check_held,
    checks_held,
    may_read_checks,
    may_tune_checks,
    simulate_check,
)
from perenne.domain.hours.queries.lines import Line, lines_of
from perenne.domain.hours.queries.mending import Destinations, Mendable, destinations_of, mendable
from perenne.domain.hours.queries.plans import simulate
from perenne.domain.hours.queries.sheet_card import SheetCard, sheet_card
from perenne.domain.hours.queries.sheets import (
    SheetRow,
    SheetSieve,
    choices_of_sheets,
    counts_of_sheets,
    sheets_of,
)

__all__ = [
    "CheckCard",
    "Destinations",
    "Line",
    "Mendable",
    "SheetCard",
    "SheetRow",
    "SheetSieve",
    "check_held",
    "checks_held",
    "choices_of_sheets",
    "counts_of_sheets",
    "destinations_of",
    "lines_of",
    "may_read_checks",
    "may_tune_checks",
    "mendable",
    "sheet_card",
    "sheets_of",
    "simulate",
    "simulate_check",
]
