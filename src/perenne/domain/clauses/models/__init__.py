"""Clauses as they are kept: cents, basis points, minutes."""

from perenne.domain.clauses.models.clauses import Clause
from perenne.domain.clauses.models.drafts import (
    ClauseComment,
    ClauseVersion,
    QualityRequirement,
)

__all__ = ["Clause", "ClauseComment", "ClauseVersion", "QualityRequirement"]
