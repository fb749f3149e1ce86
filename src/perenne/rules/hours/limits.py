"""The legal limits of working time, on which a declaration is found plausible or not."""

from datetime import date

from perenne.rules.law import Dated
from perenne.rules.texts import LONGER_DAY, MAXIMUM_DAY, MAXIMUM_WEEK, YOUNG_WORKERS
from perenne.values import Hours

# The Labour Code of 2008; earlier texts held the same limits under other numbers.
_CODE_DAY = date(2008, 5, 1)

LONGEST_DAY = Dated(
    {_CODE_DAY: Hours.of(10)}, MAXIMUM_DAY, meaning="Durée maximale du travail d’une journée"
)
LONGEST_DAY_AGREED = Dated(
    {_CODE_DAY: Hours.of(12)},
    LONGER_DAY,
    meaning="Durée maximale d’une journée sous accord collectif",
)
LONGEST_WEEK = Dated(
    {_CODE_DAY: Hours.of(48)}, MAXIMUM_WEEK, meaning="Durée maximale du travail d’une semaine"
)
LONGEST_DAY_YOUNG = Dated(
    {_CODE_DAY: Hours.of(8)},
    YOUNG_WORKERS,
    meaning="Durée maximale d’une journée avant 18 ans, sauf chantiers",
)
LONGEST_WEEK_YOUNG = Dated(
    {_CODE_DAY: Hours.of(35)},
    YOUNG_WORKERS,
    meaning="Durée maximale d’une semaine avant 18 ans, sauf chantiers",
)
