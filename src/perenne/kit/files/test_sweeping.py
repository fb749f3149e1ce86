"""Each night: row ⇒ bytes, unchanged; object ⇒ row. What is seen is said."""

import os
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils.timezone import now

from perenne.kit.files.conftest import TABLE
from perenne.kit.files.keeping import content_of, keep
from perenne.kit.files.models import StoredFile
from perenne.kit.files.sweeping import Report, sweep
from perenne.kit.files.tasks import sweep_files
from perenne.kit.files.uses import Use
from perenne.kit.journal.models import Entry
from perenne.kit.tenancy import current_committee

pytestmark = pytest.mark.django_db


def stray(tmp_path, hours, folder=None):
    """An object that no row names, so old."""
    name = f"{folder or current_committee()}/objet-{hours}"
    storages["private"].save(name, ContentFile(b"x"))
    written = (now() - timedelta(hours=hours)).timestamp()
    os.utime(tmp_path / "files" / name, (written, written))
    return name


def kept(rows=3):
    return [keep(TABLE * (n + 1), f"{n}.csv", Use.PROGRAMME) for n in range(rows)]


def test_a_storage_in_order_is_left_as_it_is():
    files = kept()
    assert sweep(now=now()) == Report(files=3, objects=3)
    assert [content_of(file.pk) for file in files] == [TABLE, TABLE * 2, TABLE * 3]


def test_an_empty_house_has_nothing_to_sweep():
    assert sweep(now=now()) == Report()


def test_what_changed_and_what_is_gone_are_each_an_error(tmp_path, caplog):
    flipped, gone, _ = kept()
    (tmp_path / "files" / flipped.place).write_bytes(b"objet;montant\nVoirie;13\n")
    storages["private"].delete(gone.place)
    assert sweep(now=now()) == Report(files=3, damaged=2, objects=2)
    assert sorted(record.message for record in caplog.records) == sorted(
        [
            f"file {flipped.pk} is damaged: its bytes changed",
            f"file {gone.pk} is damaged: its bytes are gone",
        ]
    )


@pytest.mark.parametrize(("hours", "stays"), [(0, True), (23, True), (25, False), (24_000, False)])
def test_an_object_without_a_row_goes_after_a_day(tmp_path, hours, stays):
    kept(1)
    name = stray(tmp_path, hours)
    report = sweep(now=now())
    assert storages["private"].exists(name) == stays
    assert report == Report(files=1, objects=2, without_row=1, deleted=0 if stays else 1)


def test_the_folders_of_other_committees_are_not_looked_into(tmp_path):
    name = stray(tmp_path, 24_000, folder="34")
    assert sweep(now=now()) == Report()
    assert storages["private"].exists(name)


def test_the_lines_of_infected_files_need_no_bytes():
    StoredFile.objects.create(
        name="a", size=1, sha256="a" * 64, place="", state="infected", verdict="Eicar"
    )
    assert sweep(now=now()) == Report()


def test_the_night_leaves_a_line_in_the_journal(caplog):
    kept(2)
    sweep_files()
    entry = Entry.objects.get(act="file.sweep")
    assert (entry.subject_type, entry.subject_id) == ("tenancy.committee", current_committee())
    assert entry.facts == {
        "files": 2, "damaged": 0, "resealed": 0, "objects": 2, "without_row": 0, "deleted": 0,
    }  # fmt: skip


def test_when_the_key_changes_the_night_closes_everything_again(
    keys, django_capture_on_commit_callbacks
):
    (open_,) = kept(1)
    keys(2026)
    (old,) = kept(1)
    keys(2027, 2026)
    (new,) = kept(1)
    files = [open_, old, new]
    assert [content_of(file.pk) for file in files] == [TABLE] * 3  # two active keys

    with django_capture_on_commit_callbacks(execute=True):
        report = sweep(now=now())
    assert (report.files, report.resealed, report.damaged) == (3, 2, 0)
    keys(2027)
    assert [content_of(file.pk) for file in files] == [TABLE] * 3  # the old one may go
    with django_capture_on_commit_callbacks(execute=True):
        assert sweep(now=now()) == Report(files=3, objects=3)
    assert not storages["private"].exists(old.place)


def test_a_committee_sweeps_a_file_of_a_key_that_is_lost_as_damaged(keys, caplog):
    keys(2026)
    kept(1)
    keys(2027)
    assert sweep(now=now()).damaged == 1
    assert "no longer has the key '2026'" in caplog.text
