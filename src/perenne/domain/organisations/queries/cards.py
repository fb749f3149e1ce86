"""Organisations, and the people to call in them."""

from dataclasses import dataclass

from perenne.domain.organisations.models import Kind, Organisation, Seat
from perenne.kit.actors import Actor, Role
from perenne.kit.refusals import NotFound


@dataclass(frozen=True, slots=True)
class OrganisationCard:
    id: int
    name: str
    kind_label: str
    buyer_kind: str
    commune_code: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class SeatCard:
    """Where a person sits now."""

    actor: Actor
    organisation: str
    kind_label: str
    buyer_kind: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call: a person of an organisation."""

    name: str
    organisation: str
    email: str
    phone: str


def seat_of(*, person_id: int, seat_id: int | None) -> SeatCard | None:
    """The seat that a person chose, else the first one held; None without any."""
    held = list(
        Seat.objects.filter(person_id=person_id).select_related("organisation").order_by("pk")
    )
    if not held:
        return None
    seat = next((seat for seat in held if seat.pk == seat_id), held[0])
    at = seat.organisation
    actor = Actor(Role(at.kind), person_id=person_id, organisation_id=at.pk)
    return SeatCard(actor, at.name, Kind(at.kind).label, at.buyer_kind)


def organisation_card(organisation_id: int) -> OrganisationCard:
    row = Organisation.objects.filter(pk=organisation_id).first()
    if row is None:
        raise NotFound(organisation_id)
    return OrganisationCard(
        id=row.pk,
        name=row.name,
        kind_label=Kind(row.kind).label,
        buyer_kind=row.buyer_kind,
        commune_code=row.commune_id or "",
        email=row.email,
        phone=row.phone,
    )


def contact_at(organisation_id: int) -> Contact:
    """The first administrator of an organisation."""
    seat = (
        Seat.objects.filter(organisation_id=organisation_id)
        .select_related("person", "organisation")
        .order_by("-person__is_active", "-is_admin", "pk")
        .first()
    )
    if seat is None:
        raise NotFound(organisation_id)
    at = seat.organisation
    if not seat.person.is_active:  # erased or frozen: the organisation alone is shown
        return Contact(name=at.name, organisation=at.name, email=at.email, phone=at.phone)
    return Contact(
        name=seat.person.full_name,
        organisation=at.name,
        email=at.email or seat.person.email,
        phone=seat.person.phone or at.phone,
    )
