from itertools import count

from perenne.domain.organisations.models import Kind, Organisation, Seat
from perenne.domain.people.factories import new_person
from perenne.kit.actors import Actor, Role
from perenne.rules.needs import BuyerKind

_number = count(1)


def new_organisation(kind: Kind, **facts: object) -> Organisation:
    usual = {
        "kind": kind,
        "name": f"{kind.label} {next(_number)}",
        "buyer_kind": BuyerKind.LOCAL_AUTHORITY if kind is Kind.BUYER else "",
    }
    return Organisation.objects.create(**{**usual, **facts})


def new_actor(role: Role, **facts: object) -> Actor:
    """A person with a seat in a new organisation of this role."""
    organisation = new_organisation(Kind(role.value), **facts)
    person = new_person()
    Seat.objects.create(person=person, organisation=organisation, is_admin=True)
    return Actor(role, person_id=person.pk, organisation_id=organisation.pk)
