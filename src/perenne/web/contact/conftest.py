"""A message as a person writes it, and one that reached a desk."""

import pytest

from perenne.domain.enquiries.factories import sent_enquiry
from perenne.domain.enquiries.states import EnquiryKind
from perenne.web.contact.scenes import SAID


@pytest.fixture
def said():
    return dict(SAID)


@pytest.fixture
def routed_id(committee):
    """About Meaux: it is the facilitator’s."""
    return sent_enquiry(EnquiryKind.FACILITATOR, place="77284", object="Une clause")
