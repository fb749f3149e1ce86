"""What is read of hours."""

from perenne.domain.hours.queries.lines import Line, lines_of

__all__ = ["Line", "lines_of"]
