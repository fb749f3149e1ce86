"""The words that every floor speaks. Pure, immutable, exact: never a float."""

from perenne.values.errands import Errand, ErrandKind
from perenne.values.hours import FteBase, Hours
from perenne.values.money import Euros
from perenne.values.periods import Period, add_months, months_between
from perenne.values.shares import Share
from perenne.values.siret import Siret
from perenne.values.words import fold

__all__ = [
    "Errand",
    "ErrandKind",
    "Euros",
    "FteBase",
    "Hours",
    "Period",
    "Share",
    "Siret",
    "add_months",
    "fold",
    "months_between",
]
