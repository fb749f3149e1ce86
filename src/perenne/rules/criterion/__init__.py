"""The social award criterion: its grid, how it is scored, what every tenderer is asked alike."""

from perenne.rules.criterion.grid import CriterionGrid, Entry, default_grid
from perenne.rules.criterion.scoring import Level, level_points, volume_points
from perenne.rules.criterion.sub_criteria import (
    SUB_CRITERIA,
    Scoring,
    SubCriterion,
    SubCriterionCode,
)
from perenne.rules.criterion.telling import TELLING_WORDS, oversteps_in

__all__ = [
    "SUB_CRITERIA",
    "TELLING_WORDS",
    "CriterionGrid",
    "Entry",
    "Level",
    "Scoring",
    "SubCriterion",
    "SubCriterionCode",
    "default_grid",
    "level_points",
    "oversteps_in",
    "volume_points",
]
