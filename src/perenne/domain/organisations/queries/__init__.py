"""What one may ask about organisations."""

from perenne.domain.organisations.queries.cards import (
    Contact,
    OrganisationCard,
    actor_in_seat,
    contact_at,
    organisation_card,
)
from perenne.domain.organisations.queries.routing import Router, Routing, facilitator_router

__all__ = [
    "Contact",
    "OrganisationCard",
    "Router",
    "Routing",
    "actor_in_seat",
    "contact_at",
    "facilitator_router",
    "organisation_card",
]
