import pytest

from perenne.web.tests.following import Followed


@pytest.fixture(scope="module")
def followed(standing, standing_committee):
    with standing():
        return Followed(standing_committee)
