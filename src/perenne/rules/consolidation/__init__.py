"""Files that others add up: what each asks, in which words, from which text, how surely."""

from perenne.rules.consolidation.accounting import Accounted, Accounting, account
from perenne.rules.consolidation.mapping import About, Asked, Consolidation, mapping_on
from perenne.rules.consolidation.mappings import CONSOLIDATIONS

__all__ = [
    "CONSOLIDATIONS",
    "About",
    "Accounted",
    "Accounting",
    "Asked",
    "Consolidation",
    "account",
    "mapping_on",
]
