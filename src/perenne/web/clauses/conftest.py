"""One clause at each of its stages, on the purchases of the facilitator of Meaux."""

import pytest
from django.utils.timezone import localdate

from perenne.domain.clauses.actions import approve_clause
from perenne.domain.clauses.states import ClauseState
from perenne.web.tests.scenes import (
    CLEANING,
    MASONRY,
    PAPER,
    new_clause,
    new_sent_programme,
    purchases_of,
)


@pytest.fixture(scope="module")
def received(standing, standing_committee):
    with standing():
        buyer = standing_committee.buyer
        return purchases_of(new_sent_programme(buyer), buyer)


@pytest.fixture
def opened(committee, received):
    """Its number; nothing of it was calibrated yet."""
    return new_clause(received[CLEANING].id, committee.facilitator)


@pytest.fixture
def calibrated(committee, received):
    """1 000 000 € × 50 % × 5 % ÷ 30 € = 833 hours."""
    return new_clause(received[MASONRY].id, committee.facilitator, ClauseState.CALIBRATED)


@pytest.fixture
def worded(committee, received):
    return new_clause(received[PAPER].id, committee.facilitator, ClauseState.WORDED)


@pytest.fixture
def submitted(committee, received):
    return new_clause(received[PAPER].id, committee.facilitator, ClauseState.SUBMITTED)


@pytest.fixture
def approved(committee, submitted):
    approve_clause(clause_id=submitted, number=1, by=committee.buyer, on=localdate())
    return submitted


@pytest.fixture
def buyer(client_of, committee):
    """The browser of the buyer of these clauses."""
    return client_of(committee.buyer)


@pytest.fixture
def browser(client_of, committee):
    """That of the facilitator of these clauses."""
    return client_of(committee.facilitator)
