"""What one may ask about organisations."""

from perenne.domain.organisations.queries.cards import (
    Contact,
    OrganisationCard,
    SeatCard,
    contact_at,
    organisation_card,
    seat_of,
)
from perenne.domain.organisations.queries.routing import Router, Routing, facilitator_router

__all__ = [
    "Contact",
    "OrganisationCard",
    "Router",
    "Routing",
    "SeatCard",
    "contact_at",
    "facilitator_router",
    "organisation_card",
    "seat_of",
]
