"""Clauses as they are kept: cents, basis points, minutes."""

from perenne.domain.clauses.models.clauses import Clause
from perenne.domain.clauses.models.commitments import Commitment, CommitmentShare
from perenne.domain.clauses.models.consents import GlobalisationAnswer
from perenne.domain.clauses.models.drafts import (
    ClauseComment,
    ClauseVersion,
    QualityRequirement,
)

__all__ = [
    "Clause",
    "ClauseComment",
    "ClauseVersion",
    "Commitment",
    "CommitmentShare",
    "GlobalisationAnswer",
    "QualityRequirement",
]
