import pytest

from perenne.domain.organisations.factories import new_actor
from perenne.domain.programming.tests.commits import real_commits
from perenne.kit.actors import Role

__all__ = ["real_commits"]


@pytest.fixture
def facilitator(db):
    return new_actor(Role.FACILITATOR, name="Plateforme Nord")


@pytest.fixture
def buyer(db):
    return new_actor(Role.BUYER, name="Ville de Meaux")
