"""Files at rest are closed: who takes the disk reads nothing, and changes nothing unseen."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.kit.files.conftest import KEYS
from perenne.kit.files.keeping import content_of, keep
from perenne.kit.files.models import StoredFile
from perenne.kit.files.sealing import Damaged, opened, sealed
from perenne.kit.files.uses import Use
from perenne.kit.refusals import Refused

CANARY = b"CANARI-7c1f;Camille Durand;12\n"


@given(content=some.binary(max_size=2_000))
def test_what_is_opened_is_what_was_closed(content):
    from django.test import override_settings  # noqa: PLC0415 - a fixture would outlive examples

    with override_settings(FILE_KEYS={"k": KEYS[2026]}):
        closed = sealed(content, "77/a", "k")
        assert opened(closed, "77/a", "k") == content
        assert sealed(content, "77/a", "k") != closed
        assert len(content) < 16 or content not in closed


@pytest.mark.parametrize("at", [0, 8, 9, 13, 30, 60, 75, 90, -1])
def test_no_bit_of_it_changes_unseen(keys, at):
    keys(2026)
    closed = bytearray(sealed(CANARY, "77/a", "2026"))
    closed[at] ^= 1
    with pytest.raises(Damaged):
        opened(bytes(closed), "77/a", "2026")


@pytest.mark.parametrize("length", [0, 5, 12, 40, 72, 73, 90])
def test_nothing_cut_short_is_opened(keys, length):
    keys(2026)
    with pytest.raises(Damaged):
        opened(sealed(CANARY, "77/a", "2026")[:length], "77/a", "2026")


def test_a_file_put_in_the_place_of_another_is_not_opened(keys):
    keys(2026)
    with pytest.raises(Damaged, match="seal"):
        opened(sealed(CANARY, "77/a", "2026"), "77/b", "2026")


def test_without_its_key_it_stays_closed(keys):
    keys(2026)
    closed = sealed(CANARY, "77/a", "2026")
    keys(2027)
    with pytest.raises(Damaged, match="no longer has the key"):
        opened(closed, "77/a", "2026")


def lying(tmp_path):
    return b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


@pytest.mark.django_db
def test_a_marked_text_is_nowhere_in_the_storage(keys, tmp_path):
    keep(CANARY, "a.csv", Use.PROGRAMME)
    assert CANARY in lying(tmp_path)  # the test would see it, were it there
    StoredFile.objects.all().delete()
    for path in [path for path in tmp_path.rglob("*") if path.is_file()]:
        path.unlink()

    keys(2026)
    file = keep(CANARY, "a.csv", Use.PROGRAMME)
    assert len(lying(tmp_path)) > len(CANARY)
    for part in (CANARY, b"CANARI", b"Camille"):
        assert part not in lying(tmp_path)
    assert content_of(file.pk) == CANARY


@pytest.mark.django_db
def test_open_bytes_put_in_the_place_of_closed_ones_are_refused(keys, tmp_path):
    keys(2026)
    file = keep(CANARY, "a.csv", Use.PROGRAMME)
    (tmp_path / "files" / file.place).write_bytes(CANARY)
    with pytest.raises(Refused, match="abîmé"):
        content_of(file.pk)
