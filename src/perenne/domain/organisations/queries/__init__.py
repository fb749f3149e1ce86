"""What one may ask about organisations."""

from perenne.domain.organisations.queries.cards import (
    Contact,
    OrganisationCard,
    SeatCard,
    contact_at,
    organisation_card,
    seat_of,
)

__all__ = [
    "Contact",
    "OrganisationCard",
    "SeatCard",
    "contact_at",
    "organisation_card",
    "seat_of",
]
