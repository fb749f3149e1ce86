"""What a clause may ask of the quality of the insertion, and whether it is too much."""

from perenne.rules.quality.asked import Asked
from perenne.rules.quality.guard import Excess, excesses
from perenne.rules.quality.requirements import REQUIREMENTS, Requirement, RequirementKind

__all__ = [
    "REQUIREMENTS",
    "Asked",
    "Excess",
    "Requirement",
    "RequirementKind",
    "excesses",
]
