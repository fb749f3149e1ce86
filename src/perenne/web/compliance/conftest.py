import pytest

from perenne.web.tests.late import Late


@pytest.fixture
def late(committee):
    return Late(committee)
