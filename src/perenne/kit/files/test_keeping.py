"""Files are kept whole, under a random name; the one they came with is only a label."""

from hashlib import sha256
from resource import RLIMIT_FSIZE, getrlimit, setrlimit
from uuid import UUID

import pytest
from django.core.files.storage import storages
from django.db import IntegrityError, transaction
from django.db.models.functions import Now

from perenne.kit.files.keeping import content_of, forget, keep, store
from perenne.kit.files.models import StoredFile
from perenne.kit.files.receiving import receive
from perenne.kit.files.states import FileState
from perenne.kit.files.uses import Use
from perenne.kit.refusals import NotFound, Refused
from perenne.kit.tenancy import current_committee

pytestmark = pytest.mark.django_db
TABLE = b"objet;montant\r\n"


def kept(content=TABLE, name="programme.csv"):
    return keep(content, name, Use.PROGRAMME)


@pytest.mark.parametrize("content", [b"objet", TABLE, "été;été\n".encode("cp1252") * 5_000])
def test_what_is_read_is_what_was_kept(content):
    file = kept(content, "../programme.csv")
    assert content_of(file.pk) == content
    assert (str(file), file.name, file.size) == ("programme.csv", "programme.csv", len(content))
    assert (file.use, file.kind, file.sha256) == ("programme", "csv", sha256(content).hexdigest())


def test_the_bytes_lie_under_a_random_name_in_the_folder_of_the_committee(tmp_path):
    file = kept(name="../../programme.csv")
    lying = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [f"{path.parent.name}/{path.name}" for path in lying] == [file.place]
    assert lying[0].parent.name == current_committee()
    assert UUID(lying[0].name).version == 4
    assert lying[0].name != str(file.pk)


def test_a_disk_without_room_keeps_no_part_of_a_file(tmp_path):
    received = receive(TABLE * 200, "programme.csv", Use.PROGRAMME)
    before = getrlimit(RLIMIT_FSIZE)
    setrlimit(RLIMIT_FSIZE, (1_000, before[1]))
    try:
        with pytest.raises(Refused, match="ne répond pas"):
            store(received)
    finally:
        setrlimit(RLIMIT_FSIZE, before)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not StoredFile.objects.exists()


def test_a_forgotten_file_is_gone_once_it_is_committed(django_capture_on_commit_callbacks):
    file = kept()
    with django_capture_on_commit_callbacks() as after:
        forget(file.pk)
    assert not StoredFile.objects.exists()
    assert storages["private"].exists(file.place)

    for callback in after:
        callback()
    assert not storages["private"].exists(file.place)
    with pytest.raises(NotFound):
        content_of(file.pk)


def test_a_file_that_was_to_be_forgotten_stays_when_the_act_fails(
    django_capture_on_commit_callbacks,
):
    file = kept()
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        forget(file.pk)
        transaction.set_rollback(True)
    assert content_of(file.pk) == TABLE
    assert StoredFile.objects.get() == file


@pytest.mark.parametrize(
    "harm",
    [
        lambda stored: bytes([stored[0] ^ 1]) + stored[1:],
        lambda stored: stored[:-1],
        lambda stored: stored + b"\n",
        lambda stored: b"",
    ],
    ids=["a flipped bit", "cut short", "longer", "emptied"],
)
def test_bytes_that_changed_are_not_given_back_and_the_log_says_so(tmp_path, caplog, harm):
    file = kept()
    place = tmp_path / "files" / file.place
    place.write_bytes(harm(place.read_bytes()))
    with pytest.raises(Refused, match="abîmé dans notre stockage"):
        content_of(file.pk)
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert str(file.pk) in caplog.text


WHOLE = {"name": "a.csv", "size": 1, "sha256": "a" * 64}


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"sha256": "A" * 64}, "stored_file_sha256_is_whole"),
        ({"state": "safe"}, "stored_file_state_is_known"),
        ({"state": FileState.CLEAN, "engine": "ClamAV"}, "stored_file_clean_was_scanned"),
        ({"state": FileState.CLEAN, "scanned_at": Now()}, "stored_file_clean_was_scanned"),
        ({"served_at": Now()}, "stored_file_served_is_clean"),
        ({"state": FileState.UNREADABLE, "served_at": Now()}, "stored_file_served_is_clean"),
        ({"state": FileState.INFECTED, "verdict": "Eicar"}, "stored_file_infected_keeps_no_bytes"),
        ({"state": FileState.INFECTED, "place": ""}, "stored_file_infected_keeps_no_bytes"),
        ({"place": ""}, "stored_file_infected_keeps_no_bytes"),
    ],
)
def test_what_can_never_be_true_is_refused_by_the_database(facts, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        StoredFile.objects.create(**{**WHOLE, **facts})
