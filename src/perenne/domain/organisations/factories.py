from itertools import count
from typing import Any

from django.db import transaction

from perenne.domain.organisations.models import Kind, Organisation, Seat
from perenne.domain.organisations.states import OrganisationState, PrescriberKind, StructureKind
from perenne.domain.people.factories import new_person
from perenne.kit.actors import Actor, Role
from perenne.rules.needs import BuyerKind

_number = count(1)
SUB_KINDS: dict[Kind, dict[str, str]] = {
    Kind.BUYER: {"buyer_kind": BuyerKind.LOCAL_AUTHORITY},
    Kind.INCLUSION_STRUCTURE: {"structure_kind": StructureKind.EI},
    Kind.PRESCRIBER: {"prescriber_kind": PrescriberKind.MISSION_LOCALE},
}


def new_organisation(kind: Kind, **facts: object) -> Organisation:
    """With nobody in it: a test that commits gives it an administrator."""
    usual: dict[str, Any] = {
        "kind": kind,
        "name": f"{kind.label} {next(_number)}",
        "state": OrganisationState.VERIFIED,
        **SUB_KINDS.get(kind, {}),
    }
    return Organisation.objects.create(**{**usual, **facts})


def new_seat(organisation: Organisation, *, is_admin: bool = False, **person: Any) -> Seat:
    return Seat.objects.create(
        person=new_person(**person), organisation=organisation, is_admin=is_admin
    )


@transaction.atomic
def new_actor(role: Role, **facts: object) -> Actor:
    """A person with a seat in a new organisation of this role."""
    organisation = new_organisation(Kind(role.value), **facts)
    return actor_of(new_seat(organisation, is_admin=True), role)


def new_colleague(of: Actor, **said: Any) -> Actor:
    """Another person, with a seat in the same organisation."""
    organisation = Organisation.objects.get(pk=of.organisation_id or 0)
    return actor_of(new_seat(organisation, **said), of.role)


def actor_of(seat: Seat, role: Role) -> Actor:
    return Actor(role, person_id=seat.person_id, organisation_id=seat.organisation_id)
