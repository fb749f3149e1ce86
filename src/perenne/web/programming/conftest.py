"""A programme sent by the buyer to the two facilitators of the committee."""

import pytest

from perenne.web.tests.scenes import new_programme, new_sent_programme, purchases_of


@pytest.fixture(scope="module")
def draft_id(standing, standing_committee):
    with standing():
        return new_programme(standing_committee.visitor)


@pytest.fixture(scope="module")
def sent_id(standing, standing_committee):
    with standing():
        return new_sent_programme(standing_committee.buyer)


@pytest.fixture
def received(committee, sent_id):
    """Every purchase of the programme that was sent, in the order of scenes.LINES."""
    return purchases_of(sent_id, committee.buyer)
