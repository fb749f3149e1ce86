"""Organisations, where a person sits, and the people to call."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from perenne.domain.organisations.models import Kind, Organisation, Seat
from perenne.domain.organisations.policy import ORGANISATIONS
from perenne.domain.organisations.states import (
    CHECKED,
    OrganisationState,
    PrescriberKind,
    StructureKind,
    is_admitted,
)
from perenne.kit.actors import Actor, Role
from perenne.kit.policy import is_void
from perenne.kit.refusals import NotFound
from perenne.kit.sirene import nature_label
from perenne.rules.needs import BuyerKind
from perenne.values import Siret


@dataclass(frozen=True, slots=True)
class OrganisationCard:
    id: int
    name: str
    kind: Role
    kind_label: str
    sub_kind_label: str
    buyer_kind: str
    siret: str
    legal_nature: str
    legal_nature_label: str
    address: str
    commune_code: str
    commune_name: str
    email: str
    phone: str
    state: OrganisationState
    reason: str

    @property
    def is_waiting(self) -> bool:
        """Whether the coordination has it to verify."""
        return self.state is OrganisationState.DECLARED and self.kind in CHECKED

    @property
    def is_checked(self) -> bool:
        """Whether the coordination verifies its kind, or had a word to say of it."""
        return self.kind in CHECKED or bool(self.reason)

    @property
    def siret_is_settled(self) -> bool:
        return self.state is OrganisationState.VERIFIED and bool(self.siret)


@dataclass(frozen=True, slots=True)
class SeatChoice:
    """One of the seats that a person holds."""

    id: int
    organisation_id: int
    organisation: str
    kind_label: str
    is_admin: bool


@dataclass(frozen=True, slots=True)
class SeatCard:
    """Where a person sits now, and every seat that they may sit in."""

    id: int
    actor: Actor
    organisation: str
    kind: Role
    kind_label: str
    buyer_kind: str
    is_admin: bool
    state: OrganisationState
    reason: str
    choices: tuple[SeatChoice, ...]

    @property
    def is_waiting(self) -> bool:
        return self.actor.role is Role.WAITING


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
    kind = Role(at.kind)
    role = kind if is_admitted(at.kind, at.state) else Role.WAITING
    return SeatCard(
        id=seat.pk,
        actor=Actor(role, person_id=person_id, organisation_id=at.pk),
        organisation=at.name,
        kind=kind,
        kind_label=Kind(at.kind).label,
        buyer_kind=at.buyer_kind,
        is_admin=seat.is_admin,
        state=OrganisationState(at.state),
        reason=at.reason,
        choices=tuple(_choice(one) for one in held),
    )


def _choice(seat: Seat) -> SeatChoice:
    at = seat.organisation
    return SeatChoice(seat.pk, at.pk, at.name, Kind(at.kind).label, seat.is_admin)


def organisation_card(organisation_id: int) -> OrganisationCard:
    """For those who deal with it already: what they may see of it is theirs to check."""
    return _card(Organisation.objects.filter(pk=organisation_id))


def organisation_page(
    organisation_id: int, *, seen_by: Actor, act: str = "organisation.view"
) -> OrganisationCard:
    return _card(ORGANISATIONS.rows(act, seen_by).filter(pk=organisation_id))


def acts_on(organisation_id: int, actor: Actor, verbs: Iterable[str]) -> dict[str, bool]:
    """Which of these acts are theirs now, by their verb: the buttons."""
    acts = {verb: f"organisation.{verb}" for verb in verbs}
    return {
        verb: not is_void(ORGANISATIONS.grants[act](actor))
        and ORGANISATIONS.allows(act, actor, organisation_id)
        for verb, act in acts.items()
    }


def _card(found: "QuerySet[Organisation, Organisation]") -> OrganisationCard:
    row = found.select_related("commune").first()
    if row is None:
        raise NotFound
    return card_of(row)


def card_of(row: Organisation) -> OrganisationCard:
    return OrganisationCard(
        id=row.pk,
        name=row.name,
        kind=Role(row.kind),
        kind_label=Kind(row.kind).label,
        sub_kind_label=sub_kind_label(row),
        buyer_kind=row.buyer_kind,
        siret=str(Siret(row.siret)) if row.siret else "",
        legal_nature=row.legal_nature,
        legal_nature_label=nature_label(row.legal_nature),
        address=row.address,
        commune_code=row.commune_id or "",
        commune_name=row.commune.name if row.commune else "",
        email=row.email,
        phone=row.phone,
        state=OrganisationState(row.state),
        reason=row.reason,
    )


def sub_kind_label(row: Organisation) -> str:
    if row.buyer_kind:
        return BuyerKind(row.buyer_kind).label
    if row.structure_kind:
        return StructureKind(row.structure_kind).label
    return PrescriberKind(row.prescriber_kind).label if row.prescriber_kind else ""


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
