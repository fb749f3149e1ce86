"""Needs of people, whom they were sent to, what was answered."""

from perenne.domain.sourcing.models.offers import Candidate, Offer
from perenne.domain.sourcing.models.openings import Opening, Solicitation

__all__ = ["Candidate", "Offer", "Opening", "Solicitation"]
