"""The bodies of a small committee."""

import pytest

from perenne.domain.organisations.factories import new_actor
from perenne.domain.organisations.models import Seat
from perenne.domain.people.factories import new_person
from perenne.domain.territories.factories import load_places
from perenne.kit.actors import Actor, Role
from perenne.kit.testing.commits import committee_again, real_commits

__all__ = ["committee_again", "real_commits"]


@pytest.fixture
def coordination(db):
    load_places()
    return new_actor(Role.COORDINATION, name="Coordination")


@pytest.fixture
def north(coordination):
    return new_actor(Role.FACILITATOR, name="Nord")


@pytest.fixture
def south(coordination):
    return new_actor(Role.FACILITATOR, name="Sud")


@pytest.fixture
def colleague(north):
    """In the body, without being its administrator."""
    person = new_person(full_name="Camille Martin")
    Seat.objects.create(person=person, organisation_id=north.organisation_id)
    return Actor(Role.FACILITATOR, person.pk, north.organisation_id)
