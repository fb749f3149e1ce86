"""A file is forgotten, given, scanned and closed again at the same time: nothing comes undone."""

import pytest
from django.core.files.storage import storages

from perenne.kit.actors import Actor, Role
from perenne.kit.files.giving import GivenFile, give
from perenne.kit.files.keeping import content_of, forget, keep
from perenne.kit.files.models import StoredFile
from perenne.kit.files.scanning import scan
from perenne.kit.files.states import FileState
from perenne.kit.files.sweeping import Report, look_at
from perenne.kit.files.uses import Use
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import NotFound, Refused
from perenne.kit.scanner import Clean, Infected
from perenne.kit.testing.commits import at_once

pytestmark = pytest.mark.slow
TABLE = b"objet;montant\nVoirie;12\n"
ANYBODY = Actor(Role.BUYER, person_id=4, organisation_id=9)
TIMES = 12


class Told:
    def __init__(self, verdict):
        self.verdict = verdict

    def scan(self, content):
        return self.verdict


def giving(file):
    def act():
        try:
            return give(file.pk, by=ANYBODY)
        except NotFound as gone:
            return gone

    return act


def kept():
    return keep(TABLE, "programme.csv", Use.PROGRAMME)


def test_a_file_forgotten_while_it_is_given_is_given_whole_or_not_found(real_commits):
    seen = []
    for _ in range(TIMES):
        file = kept()
        given, _ = at_once(giving(file), lambda pk=file.pk: forget(pk))
        seen.append(type(given).__name__)
        assert isinstance(given, NotFound | Refused) or given.content == TABLE
        assert not StoredFile.objects.filter(pk=file.pk).exists()
        assert not storages["private"].exists(file.place)
    print(f"given while forgotten, {TIMES} times: {sorted(seen)}")
    assert Entry.objects.filter(act="file.serve").count() == seen.count("GivenFile")


def test_a_file_forgotten_while_it_is_scanned_is_forgotten(real_commits):
    for verdict in [Clean("ClamAV"), Infected("ClamAV", "Eicar")] * (TIMES // 2):
        file = kept()
        told = Told(verdict)
        at_once(lambda file=file, told=told: scan(file, told), lambda pk=file.pk: forget(pk))
        assert not StoredFile.objects.filter(pk=file.pk).exists()
        assert not storages["private"].exists(file.place)


def test_a_file_condemned_while_it_is_given_is_never_served_after(real_commits):
    seen = []
    for _ in range(TIMES):
        file = kept()
        place = file.place
        infected = Told(Infected("ClamAV", "Eicar"))
        given, act = at_once(giving(file), lambda file=file, told=infected: scan(file, told))
        seen.append(type(given).__name__)
        file.refresh_from_db()
        assert (act, file.state, file.served_at) == ("file.condemn", FileState.INFECTED, None)
        lines = Entry.objects.filter(subject_id=str(file.pk)).order_by("pk")
        order = [entry.act for entry in lines]
        assert order == (["file.serve"] if isinstance(given, GivenFile) else []) + ["file.condemn"]
        assert not storages["private"].exists(place)
    print(f"given while condemned, {TIMES} times: {sorted(seen)}")


def test_two_rounds_at_once_move_a_file_once(real_commits):
    for _ in range(TIMES):
        file = kept()
        clean = Told(Clean("ClamAV"))
        acts = at_once(*[lambda file=file, told=clean: scan(file, told)] * 3)
        assert sorted(acts) == ["", "", "file.clear"]


def test_a_file_closed_again_while_it_is_read_is_read_whole(real_commits, keys):
    keys(2026)
    for _ in range(TIMES):
        file = kept()
        keys(2027, 2026)
        report = Report()
        at_once_read, _ = at_once(
            lambda pk=file.pk: content_of(pk),
            lambda file=file, report=report: look_at(file, report),
        )
        assert at_once_read == TABLE
        assert (report.resealed, report.damaged) == (1, 0)
        keys(2026, 2027)
        StoredFile.objects.all().delete()
