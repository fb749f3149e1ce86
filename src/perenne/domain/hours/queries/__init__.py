"""What is read of hours."""

from perenne.domain.hours.queries.lines import Line, lines_of
from perenne.domain.hours.queries.plans import simulate

__all__ = ["Line", "lines_of", "simulate"]
