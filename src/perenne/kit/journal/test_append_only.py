"""What was done stays done: the journal is written, and never changed."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError

from perenne.kit.actors import HOUSE, Actor, Role
from perenne.kit.journal.models import Entry
from perenne.kit.journal.writing import record

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry():
    entry = Entry(act="clause.open", subject_type="clauses.clause", subject_id="7")
    entry.save()
    return entry


@pytest.mark.parametrize(
    ("order", "named"),
    [
        ("UPDATE journal_entry SET act = 'nothing.at.all'", "UPDATE"),
        ("UPDATE journal_entry SET at = now() - interval '1 year'", "UPDATE"),
        ("DELETE FROM journal_entry", "DELETE"),
        ("TRUNCATE journal_entry", "TRUNCATE"),
        ("TRUNCATE journal_entry CASCADE", "TRUNCATE"),
    ],
)
def test_the_database_itself_refuses_to_change_the_past(entry, order, named):
    with (
        pytest.raises(ProgrammingError, match=f"append-only: {named} is refused"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(order)
    assert Entry.objects.get().act == "clause.open"


def test_an_entry_cannot_be_saved_again_nor_deleted(entry):
    entry.act = "clause.word"
    for change in (entry.save, entry.delete):
        with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic():
            change()
    assert Entry.objects.get().act == "clause.open"


def test_an_entry_says_who_did_what_to_what(django_assert_num_queries):
    actor = Actor(Role.FACILITATOR, person_id=4, organisation_id=9)
    subject = Entry(pk=12)
    with django_assert_num_queries(1):
        record("purchase.keep", subject, by=actor, reason="Volume suffisant.")

    entry = Entry.objects.get()
    assert (entry.act, entry.subject_type, entry.subject_id) == (
        "purchase.keep",
        "journal.entry",
        "12",
    )
    assert (entry.person_id, entry.organisation_id) == (4, 9)
    assert entry.facts == {"reason": "Volume suffisant."}
    assert entry.at is not None
    assert str(entry) == "purchase.keep on journal.entry 12"


def test_what_the_house_does_is_in_the_name_of_nobody():
    record("programme.forget", Entry(pk=1), by=HOUSE)
    assert Entry.objects.filter(person_id=None, organisation_id=None).count() == 1


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"act": ""}, "entry_names_its_act"),
        ({"subject_id": ""}, "entry_names_its_subject"),
    ],
)
def test_an_entry_about_nothing_is_refused(facts, constraint):
    whole = {"act": "clause.open", "subject_type": "clauses.clause", "subject_id": "7"}
    with pytest.raises(IntegrityError, match=constraint):
        Entry.objects.create(**{**whole, **facts})
