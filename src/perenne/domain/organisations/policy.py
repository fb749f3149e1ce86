"""Who may do what to organisations, seats, invitations and requests to join.

The seat is asked of the table, not of the actor: whoever lost it a moment ago is refused.
"""

from django.db.models import Exists, OuterRef, Q

from perenne.domain.organisations.models import Invitation, JoinRequest, Kind, Organisation, Seat
from perenne.domain.organisations.states import (
    INVITATION_LIFE,
    ORGANISATION_LIFE,
    REQUEST_LIFE,
    OrganisationState,
)
from perenne.kit.actors import Actor, Role
from perenne.kit.policy import NOBODY, Grant, Policy

EVERYBODY = ~NOBODY


def its_people(actor: Actor, path: str = "pk", **more: bool) -> Q:
    """Who holds a seat in the organisation that they act for; `path` leads to it from the row."""
    if actor.organisation_id is None or actor.person_id is None:
        return NOBODY
    seats = Seat.objects.filter(organisation=OuterRef(path), person_id=actor.person_id, **more)
    return Q(**{path: actor.organisation_id}) & Q(Exists(seats))


def its_admins(actor: Actor, path: str = "pk") -> Q:
    return its_people(actor, path, is_admin=True)


def the_coordination(actor: Actor) -> Q:
    return EVERYBODY if actor.role is Role.COORDINATION else NOBODY


def anybody_signed_in(actor: Actor) -> Q:
    return NOBODY if actor.person_id is None else EVERYBODY


def anybody_at_the_door(actor: Actor) -> Q:
    return NOBODY if actor.role is Role.HOUSE else EVERYBODY


def ripe(act: str) -> Q:
    return Q(state__in=ORGANISATION_LIFE.sources(act))


def judged(act: str) -> Grant:
    """By the coordination, on any organisation but those of its own kind."""
    return lambda actor: the_coordination(actor) & ripe(act) & ~Q(kind=Kind.COORDINATION)


ORGANISATION_GRANTS: dict[str, Grant] = {
    "organisation.declare": anybody_at_the_door,
    "organisation.view": lambda actor: its_people(actor) | the_coordination(actor),
    "organisation.edit": its_people,
    "organisation.represent": its_admins,
    "organisation.invite": its_admins,
    "organisation.verify": judged("organisation.verify"),
    "organisation.refuse": judged("organisation.refuse"),
    "organisation.suspend": judged("organisation.suspend"),
    "organisation.restore": judged("organisation.restore"),
    "organisation.list": the_coordination,
    "organisation.present_again": lambda actor: (
        its_admins(actor) & ripe("organisation.present_again")
    ),
    "organisation.close": lambda actor: (
        its_admins(actor) & ripe("organisation.close") & ~Q(kind=Kind.COORDINATION)
    ),
    "organisation.join": lambda actor: (
        anybody_signed_in(actor) & ~Q(state=OrganisationState.CLOSED)
    ),
}

SEAT_GRANTS: dict[str, Grant] = {
    "seat.view": lambda actor: its_people(actor, "organisation_id") | the_coordination(actor),
    "seat.name_admin": lambda actor: (
        (its_admins(actor, "organisation_id") | the_coordination(actor)) & Q(is_admin=False)
    ),
    "seat.withdraw_admin": lambda actor: its_admins(actor, "organisation_id") & Q(is_admin=True),
    "seat.remove": lambda actor: (
        its_admins(actor, "organisation_id") & ~Q(person_id=actor.person_id)
    ),
    "seat.leave": lambda actor: anybody_signed_in(actor) & Q(person_id=actor.person_id),
    "seat.take": lambda actor: anybody_signed_in(actor) & Q(person_id=actor.person_id),
}

INVITATION_GRANTS: dict[str, Grant] = {
    "invitation.view": lambda actor: its_people(actor, "organisation_id"),
    "invitation.accept": lambda actor: (
        anybody_signed_in(actor) & Q(state__in=INVITATION_LIFE.sources("invitation.accept"))
    ),
    "invitation.resend": lambda actor: (
        its_admins(actor, "organisation_id")
        & Q(state__in=INVITATION_LIFE.sources("invitation.accept"))
    ),
    "invitation.withdraw": lambda actor: (
        its_admins(actor, "organisation_id")
        & Q(state__in=INVITATION_LIFE.sources("invitation.withdraw"))
    ),
}

REQUEST_GRANTS: dict[str, Grant] = {
    "join_request.view": lambda actor: (
        its_admins(actor, "organisation_id")
        | anybody_signed_in(actor) & Q(person_id=actor.person_id)
    ),
    "join_request.grant": lambda actor: (
        its_admins(actor, "organisation_id")
        & Q(state__in=REQUEST_LIFE.sources("join_request.grant"))
    ),
    "join_request.decline": lambda actor: (
        its_admins(actor, "organisation_id")
        & Q(state__in=REQUEST_LIFE.sources("join_request.decline"))
    ),
}

GRANTS = ORGANISATION_GRANTS | SEAT_GRANTS | INVITATION_GRANTS | REQUEST_GRANTS
ORGANISATIONS = Policy(Organisation, ORGANISATION_GRANTS)
SEATS = Policy(Seat, SEAT_GRANTS)
INVITATIONS = Policy(Invitation, INVITATION_GRANTS)
REQUESTS = Policy(JoinRequest, REQUEST_GRANTS)
