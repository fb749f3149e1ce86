"""Who works in an organisation, who is invited, who asks to join."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from perenne.domain.organisations.models import Kind, Seat
from perenne.domain.organisations.policy import INVITATIONS, REQUESTS, SEATS
from perenne.domain.organisations.queries.cards import SeatChoice
from perenne.domain.organisations.queries.invitations import Link, state_of_link
from perenne.domain.organisations.states import InvitationState, RequestState
from perenne.kit.actors import Actor
from perenne.kit.refusals import NotFound


@dataclass(frozen=True, slots=True)
class Colleague:
    seat_id: int
    person_id: int
    name: str
    email: str
    phone: str
    is_admin: bool


@dataclass(frozen=True, slots=True)
class InvitationRow:
    id: int
    email: str
    is_admin: bool
    expires_at: datetime
    is_late: bool


@dataclass(frozen=True, slots=True)
class RequestRow:
    id: int
    name: str
    email: str
    organisation: str
    asked_at: datetime


def colleagues_in(organisation_id: int, *, seen_by: Actor) -> tuple[Colleague, ...]:
    """Administrators first."""
    rows = SEATS.rows("seat.view", seen_by).filter(organisation_id=organisation_id)
    found = rows.select_related("person").order_by("-is_admin", "person__full_name", "pk")
    return tuple(_colleague(seat) for seat in found)


def _colleague(seat: Seat) -> Colleague:
    return Colleague(
        seat.pk,
        seat.person_id,
        seat.person.full_name,
        seat.person.email,
        seat.person.phone,
        seat.is_admin,
    )


def invitations_from(
    organisation_id: int, *, seen_by: Actor, now: datetime
) -> tuple[InvitationRow, ...]:
    """Those that wait for an answer, the late ones too: they may be sent again."""
    rows = INVITATIONS.rows("invitation.view", seen_by).filter(
        organisation_id=organisation_id, state=InvitationState.OPEN
    )
    return tuple(
        InvitationRow(
            row.pk,
            row.email,
            row.is_admin,
            row.expires_at,
            state_of_link(row, now) is Link.EXPIRED,
        )
        for row in rows.order_by("pk")
    )


def requests_to(organisation_id: int, *, seen_by: Actor) -> tuple[RequestRow, ...]:
    rows = REQUESTS.rows("join_request.grant", seen_by).filter(organisation_id=organisation_id)
    found = rows.select_related("person", "organisation").order_by("pk")
    return tuple(
        RequestRow(
            row.pk, row.person.full_name, row.person.email, row.organisation.name, row.asked_at
        )
        for row in found
    )


def requests_waiting_for(actor: Actor) -> int:
    """How many people ask to join the organisation that one administers."""
    return REQUESTS.rows("join_request.grant", actor).count()


def requests_of(actor: Actor) -> tuple[RequestRow, ...]:
    """Those of one’s own that nobody has answered yet."""
    rows = REQUESTS.rows("join_request.view", actor).filter(
        person_id=actor.person_id or 0, state=RequestState.ASKED
    )
    return tuple(
        RequestRow(row.pk, "", "", row.organisation.name, row.asked_at)
        for row in rows.select_related("organisation").order_by("pk")
    )


def seats_of(actor: Actor) -> tuple[SeatChoice, ...]:
    """Every seat of a person, in the order in which they were given."""
    rows = SEATS.rows("seat.take", actor).select_related("organisation").order_by("pk")
    return tuple(
        SeatChoice(
            row.pk,
            row.organisation_id,
            row.organisation.name,
            Kind(row.organisation.kind).label,
            row.is_admin,
        )
        for row in rows
    )


def organisation_of_seat(seat_id: int, *, seen_by: Actor, act: str) -> int:
    return _organisation_in(SEATS.rows(act, seen_by).filter(pk=seat_id))


def organisation_of_invitation(invitation_id: int, *, seen_by: Actor, act: str) -> int:
    return _organisation_in(INVITATIONS.rows(act, seen_by).filter(pk=invitation_id))


def organisation_of_request(request_id: int, *, seen_by: Actor, act: str) -> int:
    return _organisation_in(REQUESTS.rows(act, seen_by).filter(pk=request_id))


def _organisation_in(rows: "QuerySet[Any, Any]") -> int:
    """The organisation of a row on which one may do this act; NotFound on any other."""
    found = rows.values_list("organisation_id", flat=True).first()
    if found is None:
        raise NotFound
    return int(found)


def those_left_by(seat_id: int, *, by: Actor) -> tuple[tuple[Colleague, ...], bool]:
    """Who stays when this seat of one’s own is left, and whether nobody would administer."""
    own = SEATS.rows("seat.leave", by).filter(pk=seat_id)
    rows = Seat.objects.filter(organisation_id__in=own.values("organisation_id"))
    everybody = [_colleague(seat) for seat in rows.select_related("person").order_by("pk")]
    others = tuple(one for one in everybody if one.seat_id != seat_id)
    return others, not any(one.is_admin for one in others)
