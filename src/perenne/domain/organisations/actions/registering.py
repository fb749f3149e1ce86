"""An organisation opens its space: declared by its own people, or registered by the committee."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction

from perenne.domain.organisations.models import Kind, Organisation, Seat
from perenne.domain.organisations.policy import ORGANISATIONS
from perenne.domain.organisations.states import CHECKED, OrganisationState, is_admitted
from perenne.domain.people.actions import open_account
from perenne.kit.actors import Actor, Role
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.needs import BuyerKind
from perenne.values import Siret

SUB_KINDS = {
    Kind.BUYER: "buyer_kind",
    Kind.INCLUSION_STRUCTURE: "structure_kind",
    Kind.PRESCRIBER: "prescriber_kind",
}


@dataclass(frozen=True, slots=True)
class Identity:
    """What an organisation says of itself; `commune` is an INSEE code."""

    name: str
    siret: Siret | None = None
    commune: str | None = None
    email: str = ""
    phone: str = ""
    address: str = ""
    legal_nature: str = ""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who opens an account in the very step that opens or joins a space."""

    email: str
    full_name: str
    password: str
    phone: str = ""


class AlreadyHere(Refused):
    """The organisation has a space: one may ask its administrators for a seat."""

    def __init__(self) -> None:
        super().__init__(
            "Cet organisme a déjà un espace sur Pérenne : connectez-vous, "
            "ou demandez à votre collègue de vous y inviter."
        )


def register_buyer(identity: Identity, *, buyer_kind: BuyerKind, admin_id: int) -> Actor:
    """Open a buyer's workspace; the actor that its first administrator becomes in it."""
    return _register(Kind.BUYER, identity, admin_id=admin_id, sub_kind=buyer_kind.value)


def register_facilitator(identity: Identity, *, admin_id: int) -> Actor:
    """By the committee, which knows it: there is nothing left to verify."""
    return _register(
        Kind.FACILITATOR, identity, admin_id=admin_id, state=OrganisationState.VERIFIED
    )


def register_coordination(identity: Identity, *, admin_id: int) -> Actor:
    return _register(
        Kind.COORDINATION, identity, admin_id=admin_id, state=OrganisationState.VERIFIED
    )


@transaction.atomic
def declare_organisation(identity: Identity, *, role: Role, sub_kind: str = "", by: Actor) -> Actor:
    """By somebody signed in: the actor that they become, waiting where there is to verify."""
    ORGANISATIONS.admit("organisation.declare", by)
    admin_id = person_behind(by)
    if role is Role.COORDINATION:
        raise Refused("Le comité ouvre lui-même l’espace de sa coordination.")
    if identity.siret is None and role in CHECKED:
        raise Refused("Indiquez le numéro SIRET : la coordination en a besoin pour vérifier.")
    return _register(Kind(role.value), identity, admin_id=admin_id, sub_kind=sub_kind)


@transaction.atomic
def declare_as_newcomer(
    identity: Identity, *, newcomer: Newcomer, role: Role, sub_kind: str = "", by: Actor
) -> Actor:
    """Account and organisation in one step: neither is left behind when the other is refused."""
    person = signed_in(newcomer, by)
    return declare_organisation(identity, role=role, sub_kind=sub_kind, by=person)


def person_behind(by: Actor) -> int:
    if by.person_id is None:
        raise Refused("Connectez-vous d’abord, ou ouvrez votre compte dans cette page.")
    return by.person_id


def signed_in(newcomer: Newcomer, by: Actor) -> Actor:
    """The same visitor, who has an account now."""
    person_id = open_account(
        email=newcomer.email,
        full_name=newcomer.full_name,
        password=newcomer.password,
        phone=newcomer.phone,
    )
    return Actor(Role.VISITOR, person_id=person_id, visitor_key=by.visitor_key)


@transaction.atomic
def _register(
    kind: Kind,
    identity: Identity,
    *,
    admin_id: int,
    sub_kind: str = "",
    state: OrganisationState = OrganisationState.DECLARED,
) -> Actor:
    organisation = Organisation(kind=kind, state=state, **facts_of(identity))
    if kind in SUB_KINDS:
        setattr(organisation, SUB_KINDS[kind], sub_kind)
    save_unless_known(organisation)
    Seat.objects.create(person_id=admin_id, organisation=organisation, is_admin=True)
    role = Role(kind) if is_admitted(kind, state) else Role.WAITING
    actor = Actor(role, person_id=admin_id, organisation_id=organisation.pk)
    record("organisation.register", organisation, by=actor, kind=kind.value)
    return actor


def facts_of(identity: Identity) -> dict[str, str | None]:
    return {
        "name": identity.name.strip(),
        "siret": identity.siret.digits if identity.siret else None,
        "commune_id": identity.commune,
        "email": identity.email.strip().lower(),
        "phone": identity.phone.strip(),
        "address": identity.address.strip(),
        "legal_nature": identity.legal_nature,
    }


def save_unless_known(organisation: Organisation) -> None:
    """Refused when another organisation of the committee has the same SIRET."""
    try:
        with transaction.atomic():
            organisation.save()
    except IntegrityError as twin:
        if "organisation_siret_is_one" not in str(twin):
            raise
        raise AlreadyHere from twin
