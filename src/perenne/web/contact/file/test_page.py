import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from perenne.domain.enquiries.queries import View, enquiries_of, enquiry_card
from perenne.kit.files.models import StoredFile
from perenne.kit.files.states import FileState
from perenne.kit.files.tests.makers import pdf
from perenne.web.contact.scenes import REVIEW, opened
from perenne.web.tests.browser import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def joined(client_of, committee):
    """The arguments of the address of a file that came with a review about Meaux."""
    file = SimpleUploadedFile("rc.pdf", pdf())
    url = reverse("contact:review")
    client_of(committee.nobody).post(url, REVIEW | opened() | {"enclosures": file})
    (row,) = enquiries_of(seen_by=committee.coordination, view=View.ALL).items
    card = enquiry_card(row.id, seen_by=committee.coordination)
    return [row.id, card.files[0].id]


@pytest.mark.parametrize(
    ("who", "status"),
    [("facilitator", 200), ("coordination", 200), ("other_facilitator", 404), ("buyer", 404),
     ("nobody", 302)],
)  # fmt: skip
def test_it_is_given_to_the_desk_that_reads_the_message(client_of, committee, joined, who, status):
    answer = client_of(getattr(committee, who)).get(reverse("contact:file", args=joined))
    assert answer.status_code == status
    if status == 200:
        assert b"".join(answer.streaming_content) == pdf()


def test_while_it_waits_for_its_verdict_it_is_not_given(client_of, committee, joined):
    StoredFile.objects.update(state=FileState.RECEIVED)
    browser = client_of(committee.facilitator)
    page = browser.get(reverse("contact:file", args=joined), follow=True)
    assert "attend son analyse antivirus" in text_of(page, "//body")
