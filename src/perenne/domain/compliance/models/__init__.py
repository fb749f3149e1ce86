"""Shortfalls and what is done about them: letters, answers, proposals, decisions."""

from perenne.domain.compliance.models.decisions import Decision, Proposal
from perenne.domain.compliance.models.shortfalls import (
    Letter,
    Observation,
    ObservationFile,
    Shortfall,
)

__all__ = ["Decision", "Letter", "Observation", "ObservationFile", "Proposal", "Shortfall"]
