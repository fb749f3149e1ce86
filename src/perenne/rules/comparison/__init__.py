"""Is this planned purchase the one of last year? Two programmes, line against line."""

from perenne.rules.comparison.changes import Change, changes_between
from perenne.rules.comparison.likeness import Likeness, Sureness, likeness
from perenne.rules.comparison.lines import PlannedLine
from perenne.rules.comparison.matching import Comparison, Pair, compare

__all__ = [
    "Change",
    "Comparison",
    "Likeness",
    "Pair",
    "PlannedLine",
    "Sureness",
    "changes_between",
    "compare",
    "likeness",
]
