import pytest

from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import Role
from perenne.kit.testing.commits import real_commits

__all__ = ["real_commits"]


@pytest.fixture
def facilitator(db):
    return new_actor(Role.FACILITATOR, name="Plateforme Nord")


@pytest.fixture
def buyer(db):
    return new_actor(Role.BUYER, name="Ville de Meaux")
