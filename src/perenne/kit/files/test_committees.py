"""Rounds and nights go through every committee, and each touches its own files alone."""

from datetime import timedelta

import pytest
from django.core.files.storage import storages
from django.utils.timezone import now

from perenne.kit.actors import Actor, Role
from perenne.kit.files.conftest import TABLE
from perenne.kit.files.giving import give
from perenne.kit.files.keeping import content_of, keep
from perenne.kit.files.models import StoredFile
from perenne.kit.files.states import FileState
from perenne.kit.files.sweeping import Report, sweep
from perenne.kit.files.tasks import scan_files
from perenne.kit.files.uses import Use
from perenne.kit.refusals import NotFound
from perenne.kit.scanner.tests.clamd import fake_clamd
from perenne.kit.tenancy import within
from perenne.kit.tenancy.models import Committee

pytestmark = pytest.mark.django_db
HERE, ELSEWHERE = "77", "34"
ANYBODY = Actor(Role.COORDINATION, person_id=4, organisation_id=9)


@pytest.fixture
def files(settings):
    """One of each committee, received while the scanner did not answer."""
    settings.COMMITTEES = (HERE, ELSEWHERE)
    settings.SCANNER = "127.0.0.1:1"
    kept = {}
    for code in settings.COMMITTEES:
        with within(code):
            Committee.objects.get_or_create(code=code, defaults={"name": code})
            kept[code] = keep(TABLE, "programme.csv", Use.PROGRAMME)
    return kept


def test_a_round_shows_the_files_of_all_to_the_scanner(files, settings):
    with fake_clamd() as clamd:
        settings.SCANNER = clamd.address
        scan_files(timestamp=1_800_000_000)
    for code, file in files.items():
        with within(code):
            assert StoredFile.objects.get().state == FileState.CLEAN
            assert content_of(file.pk) == TABLE
    assert clamd.heard == [TABLE, TABLE]


def test_bytes_lie_apart_and_a_neighbour_finds_none_of_them(files):
    assert {file.place.split("/")[0] for file in files.values()} == {HERE, ELSEWHERE}
    for reading in (content_of, lambda pk: give(pk, by=ANYBODY)):
        with pytest.raises(NotFound):
            reading(files[ELSEWHERE].pk)


def test_the_night_of_one_deletes_nothing_of_the_other(files):
    years = now() + timedelta(days=3_000)
    assert sweep(now=years) == Report(files=1, objects=1)
    assert all(storages["private"].exists(file.place) for file in files.values())
    with within(ELSEWHERE):
        assert sweep(now=years) == Report(files=1, objects=1)
