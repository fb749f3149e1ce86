import pytest
from django.utils.timezone import localdate

from perenne.domain.rights.factories import new_request
from perenne.domain.rights.states import RequestKind


@pytest.fixture
def asked(committee):
    """By the buyer, today, about the kind that the test names."""
    return lambda kind=RequestKind.ACCESS, **facts: new_request(
        kind, by=committee.buyer, today=localdate(), **facts
    )
