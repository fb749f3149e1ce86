"""What one may ask about organisations."""

from perenne.domain.organisations.queries.cards import (
    Contact,
    OrganisationCard,
    SeatCard,
    SeatChoice,
    contact_at,
    may,
    organisation_card,
    organisation_page,
    seat_of,
)
from perenne.domain.organisations.queries.invitations import (
    InvitationCard,
    Link,
    invitation_behind,
)
from perenne.domain.organisations.queries.lists import (
    OrganisationRow,
    View,
    organisations_of,
    waiting_to_be_verified,
)
from perenne.domain.organisations.queries.people import (
    Colleague,
    InvitationRow,
    RequestRow,
    colleagues_in,
    invitations_from,
    requests_of,
    requests_to,
    requests_waiting_for,
    seats_of,
)
from perenne.domain.organisations.queries.register import (
    Proposal,
    commune_named,
    has_space,
    proposal_for,
)
from perenne.domain.organisations.queries.routing import Router, Routing, facilitator_router

__all__ = [
    "Colleague",
    "Contact",
    "InvitationCard",
    "InvitationRow",
    "Link",
    "OrganisationCard",
    "OrganisationRow",
    "Proposal",
    "RequestRow",
    "Router",
    "Routing",
    "SeatCard",
    "SeatChoice",
    "View",
    "colleagues_in",
    "commune_named",
    "contact_at",
    "facilitator_router",
    "has_space",
    "invitation_behind",
    "invitations_from",
    "may",
    "organisation_card",
    "organisation_page",
    "organisations_of",
    "proposal_for",
    "requests_of",
    "requests_to",
    "requests_waiting_for",
    "seat_of",
    "seats_of",
    "waiting_to_be_verified",
]
