import pytest

from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import Role
from perenne.kit.testing.commits import committee_again, real_commits

__all__ = ["committee_again", "real_commits"]


@pytest.fixture
def coordination(db):
    return new_actor(Role.COORDINATION)


@pytest.fixture
def buyer(db):
    return new_actor(Role.BUYER)
