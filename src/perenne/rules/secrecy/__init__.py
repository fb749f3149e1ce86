"""Statistical secrecy: a published table tells nothing about a person or a company."""

from perenne.rules.secrecy.auditing import Interval, intervals
from perenne.rules.secrecy.cells import Behind, Cell, Grid, Place
from perenne.rules.secrecy.differences import revealed_by_difference
from perenne.rules.secrecy.grounds import Hiding, hidden_for
from perenne.rules.secrecy.protecting import protect
from perenne.rules.secrecy.publishing import Protected

__all__ = [
    "Behind",
    "Cell",
    "Grid",
    "Hiding",
    "Interval",
    "Place",
    "Protected",
    "hidden_for",
    "intervals",
    "protect",
    "revealed_by_difference",
]
