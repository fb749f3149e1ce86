"""Quarantine: nobody gets a file before its verdict, and no file is lost while it waits."""

import logging

import pytest
from django.core.files.storage import storages

from perenne.kit.actors import Actor, Role
from perenne.kit.files.giving import give
from perenne.kit.files.keeping import content_of, keep
from perenne.kit.files.models import StoredFile
from perenne.kit.files.scanning import MOST_ATTEMPTS, scan_waiting
from perenne.kit.files.states import FileState
from perenne.kit.files.tasks import scan_files
from perenne.kit.files.uses import Use
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import NotFound, Refused
from perenne.kit.scanner import Clean, Infected, ScannerDown, Unscannable, scanner
from perenne.kit.scanner.tests.clamd import (
    EICAR,
    fake_clamd,
    real_clamd,
    real_clamd_is_here,
    saying,
)

pytestmark = pytest.mark.django_db
TABLE = b"objet;montant\nVoirie;12\n"
ANYBODY = Actor(Role.BUYER, person_id=4, organisation_id=9)
NOBODY_THERE = "127.0.0.1:1"


class Told:
    """A scanner that says what it is told to."""

    def __init__(self, verdict):
        self.verdict, self.asked = verdict, 0

    def scan(self, content):
        self.asked += 1
        if isinstance(self.verdict, Exception):
            raise self.verdict
        return self.verdict


def kept(content=TABLE):
    return keep(content, "programme.csv", Use.PROGRAMME)


def acts():
    return list(Entry.objects.order_by("pk").values_list("act", flat=True))


def test_without_a_scanner_a_file_is_served_and_said_not_to_be_scanned():
    file = kept()
    assert file.state == FileState.UNSCANNED
    assert give(file.pk, by=ANYBODY).content == TABLE


def test_a_scanner_that_answers_lets_a_file_in_at_once(settings):
    with fake_clamd() as clamd:
        settings.SCANNER = clamd.address
        file = kept()
    file.refresh_from_db()
    assert (file.state, file.engine[:6]) == (FileState.CLEAN, "ClamAV")
    assert file.scanned_at is not None
    assert give(file.pk, by=ANYBODY).content == TABLE


def test_a_threat_is_refused_at_the_door_and_leaves_one_line(settings, tmp_path):
    with fake_clamd() as clamd:
        settings.SCANNER = clamd.address
        with pytest.raises(Refused, match=r"menace.*Eicar-Test-Signature"):
            kept(TABLE + EICAR)
    line = StoredFile.objects.get()
    assert (line.state, line.verdict, line.place) == ("infected", "Eicar-Test-Signature", "")
    assert len(line.sha256) == 64
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert acts() == ["file.condemn"]
    assert "programme.csv" not in str(Entry.objects.values().get())
    with pytest.raises(Refused, match="menace"):
        give(line.pk, by=ANYBODY)


def test_a_scanner_that_is_down_keeps_the_file_waiting_and_the_round_lets_it_in(settings, caplog):
    settings.SCANNER = NOBODY_THERE
    file = kept()
    assert file.state == FileState.RECEIVED
    assert content_of(file.pk) == TABLE  # the house reads it in its sandbox: decision 0013
    with pytest.raises(Refused, match="attend son analyse antivirus"):
        give(file.pk, by=ANYBODY)
    scan_files(timestamp=1_800_000_000)
    file.refresh_from_db()
    assert file.state == FileState.RECEIVED
    assert {record.levelname for record in caplog.records} == {"WARNING"}

    with fake_clamd() as clamd:
        settings.SCANNER = clamd.address
        scan_files(timestamp=1_800_000_300)
    file.refresh_from_db()
    assert file.state == FileState.CLEAN
    assert give(file.pk, by=ANYBODY).content == TABLE
    assert acts() == ["file.clear", "file.serve"]


@pytest.mark.parametrize(
    "manner",
    [saying(), saying(b"garbage\0"), saying(b"stream: OK"), saying(b"stream: trouble ERROR\0")],
    ids=["hangs up", "garbage", "unfinished", "an error"],
)
def test_whatever_is_no_verdict_keeps_the_file_waiting(settings, manner):
    with fake_clamd(manner) as clamd:
        settings.SCANNER = clamd.address
        file = kept()
        scan_waiting(scanner())
    file.refresh_from_db()
    assert file.state == FileState.RECEIVED
    with pytest.raises(Refused):
        give(file.pk, by=ANYBODY)


def test_a_stream_too_large_for_the_scanner_is_never_served(settings):
    with fake_clamd(most=10) as clamd:
        settings.SCANNER = clamd.address
        file = kept()
    assert (file.state, file.verdict) == ("unreadable", "INSTREAM size limit exceeded. ERROR")
    with pytest.raises(Refused, match="n’a pas pu analyser"):
        give(file.pk, by=ANYBODY)


def test_a_file_that_is_condemned_later_loses_its_bytes_and_keeps_its_line(
    django_capture_on_commit_callbacks,
):
    file = kept()
    place, print_ = file.place, file.sha256
    give(file.pk, by=ANYBODY)
    with django_capture_on_commit_callbacks(execute=True):
        went = scan_waiting(Told(Infected("ClamAV", "Win.Trojan")))
    file.refresh_from_db()
    assert dict(went) == {"file.condemn": 1}
    assert (file.state, file.verdict, file.place) == ("infected", "Win.Trojan", "")
    assert (file.name, file.sha256, file.served_at) == ("programme.csv", print_, None)
    assert not storages["private"].exists(place)
    line = Entry.objects.get(act="file.condemn")  # who took it before is told by the other lines
    assert line.facts == {"threat": "Win.Trojan", "was_served": True}
    for reading in (lambda: give(file.pk, by=ANYBODY), lambda: content_of(file.pk)):
        with pytest.raises(Refused, match=r"Win\.Trojan"):
            reading()


def test_when_a_scanner_is_plugged_in_what_was_not_scanned_is(settings):
    file = kept()
    scan_waiting(Told(Clean("ClamAV")))
    file.refresh_from_db()
    assert file.state == FileState.CLEAN


def test_when_the_scanner_is_taken_away_nothing_stays_in_quarantine(settings):
    settings.SCANNER = NOBODY_THERE
    file = kept()
    settings.SCANNER = ""
    scan_files(timestamp=1_800_000_000)
    file.refresh_from_db()
    assert file.state == FileState.UNSCANNED


def test_a_file_that_the_scanner_cannot_look_at_is_given_up_in_the_end(settings):
    settings.SCANNER = NOBODY_THERE
    file = kept()
    for _ in range(MOST_ATTEMPTS - 1):
        scan_waiting(Told(Unscannable("stream: trouble ERROR", for_good=False)))
    file.refresh_from_db()
    assert file.state == FileState.RECEIVED
    scan_waiting(Told(Unscannable("stream: trouble ERROR", for_good=False)))
    file.refresh_from_db()
    assert file.state == FileState.UNREADABLE


def test_a_scanner_that_stays_down_never_gives_a_file_up(settings):
    settings.SCANNER = NOBODY_THERE
    files = [kept(TABLE * n) for n in (1, 2, 3)]
    down = Told(ScannerDown("no answer"))
    for _ in range(3 * MOST_ATTEMPTS):
        scan_waiting(down)
    assert down.asked == 3 * MOST_ATTEMPTS  # one question a round, not one a file
    assert {StoredFile.objects.get(pk=file.pk).state for file in files} == {FileState.RECEIVED}
    assert dict(scan_waiting(Told(Clean("ClamAV")))) == {"file.clear": 3}


def test_a_file_damaged_in_quarantine_is_an_error_in_the_log_and_no_verdict(
    settings, tmp_path, caplog
):
    settings.SCANNER = NOBODY_THERE
    file = kept()
    (tmp_path / "files" / file.place).write_bytes(b"objet;montant\nVoirie;13\n")
    told = Told(Clean("ClamAV"))
    scan_waiting(told)
    file.refresh_from_db()
    assert (file.state, told.asked) == (FileState.RECEIVED, 0)
    assert [record.message for record in caplog.records if record.levelno == logging.ERROR] == [
        f"file {file.pk} is damaged: its bytes changed"
    ]


def test_what_is_forgotten_while_it_is_scanned_stays_forgotten(settings):
    settings.SCANNER = NOBODY_THERE
    file = kept()

    class Slow(Told):
        def scan(self, content):
            StoredFile.objects.filter(pk=file.pk).delete()
            return super().scan(content)

    assert dict(scan_waiting(Slow(Infected("ClamAV", "x")))) == {"": 1}
    assert acts() == []
    with pytest.raises(NotFound):
        content_of(file.pk)


@pytest.mark.slow
@pytest.mark.skipif(not real_clamd_is_here(), reason="clamd is not installed here")
def test_clamd_itself_lets_in_what_is_clean_and_condemns_the_rest(settings, tmp_path_factory):
    with real_clamd(tmp_path_factory.mktemp("c")) as address:
        settings.SCANNER = NOBODY_THERE
        waiting = kept(TABLE + EICAR)
        settings.SCANNER = address
        assert kept().state == FileState.CLEAN
        with pytest.raises(Refused, match="Eicar-By-Body"):
            kept(TABLE + EICAR)
        scan_files(timestamp=1_800_000_000)
    waiting.refresh_from_db()
    print(f"  clamd: {waiting.state}, {waiting.verdict}, {waiting.engine}")
    assert (waiting.state, waiting.place) == (FileState.INFECTED, "")
