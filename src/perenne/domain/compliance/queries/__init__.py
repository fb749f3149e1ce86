"""What is read of compliance."""

from perenne.domain.compliance.queries.exposures import ExposedCommitment, exposures
from perenne.domain.compliance.queries.files import facts_of_file
from perenne.domain.compliance.queries.pace import PaceRow, paces
from perenne.domain.compliance.queries.pace_card import PaceCard, pace_card

__all__ = [
    "ExposedCommitment",
    "PaceCard",
    "PaceRow",
    "exposures",
    "facts_of_file",
    "pace_card",
    "paces",
]
