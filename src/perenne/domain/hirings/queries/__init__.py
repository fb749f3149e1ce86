"""What is read of hirings."""

from perenne.domain.hirings.queries.crews import CrewMember, crew_of

__all__ = ["CrewMember", "crew_of"]
