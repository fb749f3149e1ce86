"""Who read what is sensitive of a person: kept twelve months, then forgotten."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError, ProgrammingError
from django.utils.timezone import now

from perenne.kit.actors import HOUSE, Actor, Role
from perenne.kit.files.models import StoredFile
from perenne.kit.journal.correlation import correlated
from perenne.kit.journal.models import Reading
from perenne.kit.journal.reading import (
    MOST_IN_AN_HOUR,
    forget_readings,
    heavy_readers,
    note_read,
)
from perenne.kit.testing.roles import OWNER, acting_as

READER = Actor(Role.COMPANY, person_id=4, organisation_id=9)
OTHER = Actor(Role.PRESCRIBER, person_id=5, organisation_id=8)
AGED = "UPDATE journal_reading SET at = at - %s::interval WHERE person_id = %s"


def read(number, *, by=READER, first=0):
    for _ in range(number):
        note_read(StoredFile(), by=by)


def age(since, by=READER):
    with acting_as(OWNER), connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(AGED, [since, by.person_id])


def heavy():
    return [(one.person_id, one.files) for one in heavy_readers(since=now() - timedelta(days=1))]


@pytest.mark.django_db
def test_a_reading_says_who_read_what_from_which_seat():
    file = StoredFile()
    with correlated("request 1"):
        note_read(file, by=READER)
    row = Reading.objects.get()
    assert (row.person_id, row.organisation_id, row.role) == (4, 9, "company")
    assert (row.subject_type, row.subject_id) == ("files.storedfile", str(file.pk))
    assert row.correlation == "request 1"
    assert abs(now() - row.at) < timedelta(minutes=1)
    assert str(row) == f"4 read files.storedfile {file.pk}"


@pytest.mark.django_db
def test_nobody_reads_without_a_name():
    with pytest.raises(IntegrityError, match="reading_without_a_person_says_who_read"):
        note_read(StoredFile(), by=Actor(Role.BUYER))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "order",
    [
        "UPDATE journal_reading SET person_id = 5",
        "TRUNCATE journal_reading",
        "DELETE FROM journal_reading",
        "INSERT INTO journal_reading (subject_type, subject_id, role, at)"
        " VALUES ('x', '1', 'house', now() - interval '2 years')",
    ],
)
def test_a_reading_cannot_be_changed_nor_forgotten_before_its_time(order):
    note_read(StoredFile(), by=HOUSE)
    with (
        pytest.raises(ProgrammingError, match=r"permission denied|kept twelve months"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(order)
    assert Reading.objects.count() == 1


def test_what_is_older_than_twelve_months_is_forgotten(real_commits):
    read(3)
    read(2, by=OTHER)
    age("13 months", by=OTHER)
    assert forget_readings(now=now()) == 2
    assert set(Reading.objects.values_list("person_id", flat=True)) == {READER.person_id}


@pytest.mark.django_db
@pytest.mark.parametrize(("files", "alerts"), [(MOST_IN_AN_HOUR, []), (101, [(4, 101)])])
def test_who_opens_more_than_a_hundred_files_in_an_hour_is_seen(files, alerts):
    read(files)
    read(3, by=OTHER)
    assert heavy() == alerts


@pytest.mark.django_db
def test_the_same_file_opened_a_hundred_times_is_one_file():
    file = StoredFile()
    for _ in range(150):
        note_read(file, by=READER)
    assert heavy() == []


def test_an_hour_is_any_sixty_minutes_and_not_that_of_the_clock(real_commits):
    read(60)
    age("50 minutes")
    read(60)
    assert heavy() == [(4, 120)]
    age("70 minutes")  # all of them, and the last sixty stay within ten minutes of the first
    assert heavy() == [(4, 120)]


def test_files_spread_over_the_day_raise_nobody(real_commits):
    read(90)
    age("2 hours")
    read(90)
    assert heavy() == []
