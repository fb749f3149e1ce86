"""What one may do to organisations. The only writers of this app's tables."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction

from perenne.domain.organisations.models import Kind, Organisation, Seat
from perenne.kit.actors import Actor, Role
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.needs import BuyerKind
from perenne.values import Siret


@dataclass(frozen=True, slots=True)
class Identity:
    """What an organisation says of itself; `commune` is an INSEE code."""

    name: str
    siret: Siret | None = None
    commune: str | None = None
    email: str = ""
    phone: str = ""


def register_buyer(identity: Identity, *, buyer_kind: BuyerKind, admin_id: int) -> Actor:
    """Open a buyer's workspace; the actor that its first administrator becomes in it."""
    return _register(Kind.BUYER, identity, admin_id=admin_id, buyer_kind=buyer_kind.value)


def register_facilitator(identity: Identity, *, admin_id: int) -> Actor:
    return _register(Kind.FACILITATOR, identity, admin_id=admin_id)


def register_coordination(identity: Identity, *, admin_id: int) -> Actor:
    return _register(Kind.COORDINATION, identity, admin_id=admin_id)


@transaction.atomic
def _register(kind: Kind, identity: Identity, *, admin_id: int, buyer_kind: str = "") -> Actor:
    try:
        with transaction.atomic():
            organisation = Organisation.objects.create(
                kind=kind,
                name=identity.name.strip(),
                siret=identity.siret.digits if identity.siret else None,
                buyer_kind=buyer_kind,
                commune_id=identity.commune,
                email=identity.email,
                phone=identity.phone,
            )
    except IntegrityError as twin:
        if "organisation_siret_is_one" not in str(twin):
            raise
        raise Refused(
            "Cet organisme a déjà un espace sur Pérenne : connectez-vous, "
            "ou demandez à votre collègue de vous y inviter."
        ) from twin
    Seat.objects.create(person_id=admin_id, organisation=organisation, is_admin=True)
    actor = Actor(Role(kind), person_id=admin_id, organisation_id=organisation.pk)
    record("organisation.register", organisation, by=actor, kind=kind.value)
    return actor
