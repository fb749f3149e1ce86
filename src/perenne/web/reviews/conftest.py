import pytest

from perenne.web.tests.following import Followed


@pytest.fixture
def followed(committee):
    return Followed(committee)
