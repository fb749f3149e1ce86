"""What one may ask about what was done."""

from perenne.domain.history.queries.alerts import Alert, alerts
from perenne.domain.history.queries.histories import (
    History,
    Recent,
    history_of,
    recent_history,
)
from perenne.domain.history.queries.journal import (
    Sieve,
    acts_known,
    journal_lines,
    lines_to_export,
)
from perenne.domain.history.queries.lines import ChangeLine, HistoryLine

__all__ = [
    "Alert",
    "ChangeLine",
    "History",
    "HistoryLine",
    "Recent",
    "Sieve",
    "acts_known",
    "alerts",
    "history_of",
    "journal_lines",
    "lines_to_export",
    "recent_history",
]
