"""An organisation with people in it."""

from datetime import UTC, datetime

import pytest

from perenne.domain.organisations.factories import new_actor
from perenne.domain.organisations.models import Seat
from perenne.kit.actors import Actor, Role

NOW = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)


@pytest.fixture
def admin(db):
    return new_actor(Role.COMPANY, name="Bâti Brie")


@pytest.fixture
def coordination(db):
    return new_actor(Role.COORDINATION)


def seat_of(actor):
    return Seat.objects.get(person_id=actor.person_id, organisation_id=actor.organisation_id)


def person(person_id):
    """Somebody signed in, who acts for nobody yet."""
    return Actor(Role.VISITOR, person_id=person_id)
