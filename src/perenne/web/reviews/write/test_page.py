import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from perenne.domain.compliance.models import Review, ReviewFile
from perenne.kit.files.tests.makers import pdf
from perenne.web.tests.browser import error_on, summary_of, text_of, typed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def review(followed):
    return followed.review()


@pytest.fixture
def url(review):
    return reverse("reviews:write", args=[review.pk])


def typed(followed, **said):
    return {
        "version": "0", "held_on": f"{followed.today:%d/%m/%Y}", "attendees": ["buyer", "company"],
        "text": "## Point\n\nTout va bien.", "what_0": "Relancer la mission locale",
        "who_0": "facilitator", "until_0": "15/01/2027", "what_1": "", "who_1": "", "until_1": "",
        **said,
    }  # fmt: skip


def test_it_is_written_in_several_times_and_lines_are_added(client_of, committee, followed, url):
    browser = client_of(committee.facilitator)
    assert typed_in(browser.get(url))["held_on"] == f"{followed.today:%d/%m/%Y}"
    page = browser.post(url, typed(followed, act="more"), follow=True)
    again = typed_in(page)
    assert (again["what_0"], again["who_0"], again["version"]) == (
        "Relancer la mission locale", "facilitator", "1",
    )  # fmt: skip
    assert "what_3" in again
    page = browser.post(
        url, typed(followed, version="1", what_0="", who_0="", until_0=""), follow=True
    )
    assert "Vous seul le lisez" in text_of(page)
    assert not Review.objects.get().decisions.exists()


def test_whatever_is_refused_stays_as_it_was_typed(client_of, committee, followed, url):
    browser = client_of(committee.facilitator)
    said = typed(
        followed, held_on="hier", what_0="Relancer", who_0="", what_1="", who_1="buyer",
        until_1="31/02/2027",
    )  # fmt: skip
    page = browser.post(url, said)
    assert "Dites qui" in error_on(page, "who_0")
    assert "videz la ligne" in error_on(page, "what_1")
    kept = typed_in(page)
    assert {name: kept[name] for name in ("held_on", "what_0", "who_1", "until_1", "text")} == {
        name: said[name] for name in ("held_on", "what_0", "who_1", "until_1", "text")
    }
    for change, told in (
        ({"attendees": []}, "Cochez qui était présent"),
        ({"version": "3"}, "enregistré ailleurs"),
        ({"text": "Né sous le n° 2 55 08 14 168 025 38"}, "numéro de sécurité sociale"),
    ):
        page = browser.post(url, typed(followed, **change))
        assert told in " ".join(summary_of(page))
        assert typed_in(page)["what_0"] == "Relancer la mission locale"
    assert Review.objects.get().state == "planned"


def test_files_are_joined_given_back_and_taken_off(client_of, committee, followed, review, url):
    browser = client_of(committee.facilitator)
    sent = [
        SimpleUploadedFile("plan.pdf", pdf(), "application/pdf"),
        SimpleUploadedFile("virus.exe", b"MZ" + b"\0" * 200, "application/octet-stream"),
    ]
    page = browser.post(url, typed(followed, joined=sent), follow=True)
    assert "virus.exe" in text_of(page)
    assert Review.objects.get().version == 1
    row = ReviewFile.objects.get()
    take = reverse("reviews:file", args=[review.pk, row.file_id])
    assert browser.get(take).status_code in {200, 302}
    assert client_of(committee.buyer).get(take).status_code == 404
    off = reverse("reviews:take_off", args=[review.pk, row.file_id])
    assert client_of(committee.buyer).post(off).status_code == 404
    assert "Le fichier est retiré" in text_of(browser.post(off, follow=True))
    assert not ReviewFile.objects.exists()


@pytest.mark.parametrize("who", ["buyer", "company", "coordination", "other_facilitator"])
def test_only_its_facilitator_writes(client_of, committee, url, who):
    assert client_of(getattr(committee, who)).get(url).status_code == 404
