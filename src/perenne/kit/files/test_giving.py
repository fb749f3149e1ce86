"""A file goes out whole, as an attachment that no browser opens, with a line in the journal."""

from hashlib import sha256

import pytest
from django.db import IntegrityError, transaction
from django.db.models.functions import Now
from django.http import StreamingHttpResponse

from perenne.kit.actors import Actor, Role
from perenne.kit.files.giving import GivenFile, give
from perenne.kit.files.keeping import forget
from perenne.kit.files.models import StoredFile
from perenne.kit.files.naming import attachment
from perenne.kit.files.serving import CHUNK, serve
from perenne.kit.files.states import FILE_LIFE, SERVED, FileState
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import NotFound, Refused

pytestmark = pytest.mark.django_db
ANYBODY = Actor(Role.BUYER, person_id=4, organisation_id=9)


def test_what_is_given_is_what_was_kept_and_the_journal_says_to_whom(kept):
    given = give(kept.pk, by=ANYBODY)
    assert sha256(given.content).hexdigest() == kept.sha256
    assert (given.name, given.media_type) == ("programme.csv", "text/csv")
    entry = Entry.objects.get()
    assert (entry.act, entry.subject_type, entry.subject_id) == (
        "file.serve", "files.storedfile", str(kept.pk),
    )  # fmt: skip
    assert (entry.person_id, entry.organisation_id) == (4, 9)
    assert entry.facts == {"state": "unscanned"}
    assert StoredFile.objects.get().served_at is not None


@pytest.mark.parametrize("state", [state for state in FileState if state not in SERVED])
def test_in_any_other_state_nothing_is_given_and_nothing_is_written(kept, state):
    facts = {"state": state}
    if state is FileState.INFECTED:
        facts |= {"place": "", "verdict": "Eicar"}
    StoredFile.objects.update(**facts)
    with pytest.raises(Refused):
        give(kept.pk, by=ANYBODY)
    assert not Entry.objects.exists()
    with pytest.raises(IntegrityError, match="served_is_clean"), transaction.atomic():
        StoredFile.objects.update(served_at=Now())


def test_every_state_is_reached_and_says_itself_in_french():
    assert FILE_LIFE.reachable() == set(FileState)
    assert {state for state in FileState if state.is_served} == SERVED
    assert len({state.label for state in FileState}) == len(FileState)


@pytest.mark.parametrize("bit", [0, 7, 100])
def test_a_flipped_bit_is_refused_and_is_an_error_in_the_log(kept, tmp_path, caplog, bit):
    place = tmp_path / "files" / kept.place
    stored = bytearray(place.read_bytes())
    stored[bit // 8] ^= 1 << bit % 8
    place.write_bytes(stored)
    with pytest.raises(Refused, match="abîmé"):
        give(kept.pk, by=ANYBODY)
    assert [(record.levelname, str(kept.pk) in record.message) for record in caplog.records] == [
        ("ERROR", True)
    ]
    assert not Entry.objects.exists()


def test_a_forgotten_file_is_not_found(kept):
    forget(kept.pk)
    with pytest.raises(NotFound):
        give(kept.pk, by=ANYBODY)


def test_the_answer_cannot_be_opened_by_a_browser_nor_kept_by_a_cache():
    answer = serve(GivenFile("été.csv", "text/csv", b"x" * (2 * CHUNK + 1)))
    assert isinstance(answer, StreamingHttpResponse)
    assert dict(answer.headers) == {
        "Content-Type": "text/csv",
        "Content-Disposition": attachment("été.csv"),
        "Content-Length": str(2 * CHUNK + 1),
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-store",
        "Accept-Ranges": "none",
    }
    assert [len(part) for part in answer.streaming_content] == [CHUNK, CHUNK, 1]
