import pytest

from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import Role


@pytest.fixture
def facilitator(db):
    return new_actor(Role.FACILITATOR)


@pytest.fixture
def buyer(db):
    return new_actor(Role.BUYER)
