import pytest
from django.utils.timezone import localdate

from perenne.web.tests.boards import new_board


@pytest.fixture
def board(committee):
    """What waits at the facilitator of the committee; its commitment and the party."""
    return new_board(committee, today=localdate())
