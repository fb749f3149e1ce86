"""Hirings as they are kept."""

from perenne.domain.hirings.models.hirings import Hiring

__all__ = ["Hiring"]
