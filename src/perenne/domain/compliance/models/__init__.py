"""Shortfalls and what is done about them; reviews and their minutes; certificates."""

from perenne.domain.compliance.models.certificates import Certificate
from perenne.domain.compliance.models.decisions import Decision, Proposal
from perenne.domain.compliance.models.paces import PaceAlert
from perenne.domain.compliance.models.reviews import Review, ReviewDecision, ReviewFile
from perenne.domain.compliance.models.shortfalls import (
    Letter,
    Observation,
    ObservationFile,
    Shortfall,
)

__all__ = [
    "Certificate",
    "Decision",
    "Letter",
    "Observation",
    "ObservationFile",
    "PaceAlert",
    "Proposal",
    "Review",
    "ReviewDecision",
    "ReviewFile",
    "Shortfall",
]
