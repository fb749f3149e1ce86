import pytest

from perenne.domain.rights.factories import new_holder
from perenne.kit.actors import Role


@pytest.fixture
def coordination(db):
    return new_holder(Role.COORDINATION)


@pytest.fixture
def buyer(db):
    return new_holder(Role.BUYER)
