"""What is read of hours."""

from perenne.domain.hours.queries.cards import StatementCard
from perenne.domain.hours.queries.lines import Line, lines_of
from perenne.domain.hours.queries.links import Door, link_behind
from perenne.domain.hours.queries.months import months_of, months_to_open
from perenne.domain.hours.queries.plans import simulate
from perenne.domain.hours.queries.statements import statement_card

__all__ = [
    "Door",
    "Line",
    "StatementCard",
    "lines_of",
    "link_behind",
    "months_of",
    "months_to_open",
    "simulate",
    "statement_card",
]
