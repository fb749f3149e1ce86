"""Files of structures read into plain facts: the two official formats, whatever their wrapping."""

from perenne.domain.directory.queries.reading.facts import Facts, ReadFile, ReadRow
from perenne.domain.directory.queries.reading.files import read_structures

__all__ = ["Facts", "ReadFile", "ReadRow", "read_structures"]
