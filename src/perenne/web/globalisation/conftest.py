import pytest

from perenne.web.tests.globalising import Surplus


@pytest.fixture
def surplus(committee):
    return Surplus(committee.facilitator, committee.buyer, committee.company)
