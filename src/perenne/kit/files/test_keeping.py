"""Files are kept whole, under a random name; the one they came with is only a label."""

from hashlib import sha256
from uuid import UUID

import pytest
from django.core.files.storage import storages
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as some

from perenne.kit.files.keeping import UNFIT_FOR_A_NAME, content_of, fit, forget, keep
from perenne.kit.files.models import StoredFile

HOSTILE = {
    "programme.csv": "programme.csv",
    "C:\\Users\\Camille\\programme.xlsx": "programme.xlsx",
    "../../../etc/passwd": "passwd",
    "..\\..\\windows\\system.ini": "system.ini",
    "/": "fichier",
    "": "fichier",
    "...": "fichier",
    "..": "fichier",
    " . ": "fichier",
    "\x00\x1f\x7f": "fichier",
    "progr\x00amme\r\n.csv": "programme.csv",
    "achats\u202evsc.exe": "achatsvsc.exe",
    "\u2066caché\u2069.csv": "caché.csv",
    ".htaccess": "htaccess",
    "sans-extension": "sans-extension",
    "été – Pérenne « 2027 ».ods": "été – Pérenne « 2027 ».ods",
}


@pytest.mark.parametrize(("name", "label"), HOSTILE.items())
def test_a_name_is_brought_to_something_that_can_be_shown(name, label):
    assert fit(name) == label


@given(some.text(alphabet=some.characters(codec="utf-8"), max_size=600))
def test_no_name_is_a_path_nor_too_long_nor_empty(name):
    label = fit(name)
    assert label
    assert len(label) <= 200
    assert not UNFIT_FOR_A_NAME.search(label)
    assert label not in {".", ".."}
    assert fit(label) == label


def test_a_very_long_name_keeps_its_extension():
    assert fit("a" * 400 + ".xlsx") == "a" * 180 + ".xlsx"


@pytest.mark.django_db
@pytest.mark.parametrize("content", [b"", b"objet;montant\r\n", bytes(range(256)) * 50])
def test_what_is_read_is_what_was_kept(content):
    kept = keep(content, "../programme.csv")
    assert content_of(kept.pk) == content
    assert (str(kept), kept.name, kept.size) == ("programme.csv", "programme.csv", len(content))
    assert kept.sha256 == sha256(content).hexdigest()


@pytest.mark.django_db
def test_the_bytes_lie_under_a_random_name_and_nowhere_else(tmp_path):
    kept = keep(b"objet", "../../programme.csv")
    lying = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path.name for path in lying] == [str(kept.pk)]
    assert UUID(lying[0].name).version == 4


@pytest.mark.django_db
def test_a_forgotten_file_is_gone_once_it_is_committed(django_capture_on_commit_callbacks):
    kept = keep(b"objet", "programme.csv")
    with django_capture_on_commit_callbacks() as after:
        forget(kept.pk)
    assert not StoredFile.objects.exists()
    assert storages["private"].exists(str(kept.pk))

    for callback in after:
        callback()
    assert not storages["private"].exists(str(kept.pk))


@pytest.mark.django_db
def test_a_file_that_was_to_be_forgotten_stays_when_the_act_fails(
    django_capture_on_commit_callbacks,
):
    kept = keep(b"objet", "programme.csv")
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        forget(kept.pk)
        transaction.set_rollback(True)
    assert content_of(kept.pk) == b"objet"
    assert StoredFile.objects.get() == kept


@pytest.mark.django_db
def test_a_file_without_its_print_is_refused_by_the_database():
    with pytest.raises(IntegrityError, match="stored_file_sha256_is_whole"):
        StoredFile.objects.create(name="a.csv", size=1, sha256="A" * 64)
