import pytest

from perenne.web.tests.late import Late


@pytest.fixture(scope="module")
def late(standing, standing_committee):
    with standing():
        return Late(standing_committee)
