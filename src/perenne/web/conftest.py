"""The pages seen from a browser, by the people of a small committee."""

import pytest

from perenne.web.tests.browser import strict
from perenne.web.tests.scenes import new_committee


@pytest.fixture
def client_of(client_of):
    """The same browser, which refuses an answer that is not whole."""
    return lambda actor: strict(client_of(actor))


@pytest.fixture(scope="module")
def standing_committee(standing):
    with standing():
        return new_committee()


@pytest.fixture
def committee(standing_committee, db):
    return standing_committee
