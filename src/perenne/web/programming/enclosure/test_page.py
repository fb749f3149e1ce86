"""The rest of what is promised of a document is in `bundle/test_page.py`."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import resolve, reverse

from perenne.domain.programming.queries import bundle_card
from perenne.kit.files.models import StoredFile
from perenne.kit.files.states import FileState
from perenne.kit.files.tests.makers import pdf
from perenne.web.tests.browser import text_of

pytestmark = pytest.mark.django_db


def test_while_it_waits_for_its_verdict_it_is_not_given(client_of, committee):
    browser = client_of(committee.visitor)
    typed = {"buyer_kind": "state", "file": SimpleUploadedFile("note.pdf", pdf())}
    bundle_id = resolve(browser.post(reverse("programming:receive"), typed).url).kwargs["bundle_id"]
    (note,) = bundle_card(bundle_id, seen_by=committee.visitor).enclosures
    StoredFile.objects.update(state=FileState.RECEIVED)
    page = browser.get(reverse("programming:enclosure", args=[bundle_id, note.id]), follow=True)
    assert "attend son analyse antivirus" in text_of(page, "//body")


def test_a_document_of_another_sending_is_nothing(client_of, committee):
    url = reverse("programming:enclosure", args=[StoredFile().pk, StoredFile().pk])
    assert client_of(committee.visitor).get(url).status_code == 404
