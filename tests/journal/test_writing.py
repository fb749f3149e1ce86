"""An entry says who, what, why, and what changed; it is written, and never changed."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError
from django.utils.timezone import now

from perenne.kit.actors import COMMAND, HOUSE, VISITOR, Actor, Role
from perenne.kit.files.models import StoredFile
from perenne.kit.journal import acts
from perenne.kit.journal.correlation import correlated, of_request
from perenne.kit.journal.models import Entry
from perenne.kit.journal.writing import add_row, record
from perenne.kit.refusals import Refused

pytestmark = pytest.mark.django_db
ACTOR = Actor(Role.FACILITATOR, person_id=4, organisation_id=9)
SENSITIVE = "purchase.leave_aside"
WHOLE = {"act": "clause.open", "subject_type": "clauses.clause", "subject_id": "7", "role": "house"}


def new_file(**facts):
    return StoredFile.objects.create(**{"name": "plan", "size": 3, "sha256": "0" * 64, **facts})


def the_entry():
    return Entry.objects.get()


def test_an_entry_says_who_did_what_to_what_from_which_seat(django_assert_num_queries):
    file = new_file()
    with django_assert_num_queries(1):
        record("purchase.keep", file, by=ACTOR, reason=" Volume suffisant. ", lines=3)
    entry = the_entry()
    assert (entry.act, entry.subject_type, entry.subject_id) == (
        "purchase.keep", "files.storedfile", str(file.pk),
    )  # fmt: skip
    assert (entry.person_id, entry.organisation_id, entry.role) == (4, 9, "facilitator")
    assert (entry.reason, entry.facts) == ("Volume suffisant.", {"lines": 3})
    assert entry.committee_id == "77"
    assert str(entry) == f"purchase.keep on files.storedfile {file.pk}"


@pytest.mark.parametrize("actor", [HOUSE, VISITOR, COMMAND], ids=str)
def test_what_nobody_signs_says_who_acted(actor):
    record("programme.forget", new_file(), by=actor)
    assert (the_entry().person_id, the_entry().role) == (None, actor.role.value)


@pytest.mark.parametrize("role", sorted({*Role} - {Role.HOUSE, Role.VISITOR, Role.COMMAND}))
def test_no_seat_acts_without_its_person(role):
    with pytest.raises(IntegrityError, match="entry_without_a_person_says_who_acted"):
        record("purchase.keep", new_file(), by=Actor(role, organisation_id=9))


def test_the_time_is_that_of_the_server_at_the_very_moment():
    file, before = new_file(), now()
    record("purchase.keep", file, by=ACTOR)
    record("purchase.keep", file, by=ACTOR)
    first, second = Entry.objects.order_by("pk")
    assert before - timedelta(seconds=1) < first.at < second.at < now() + timedelta(seconds=1)


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"act": ""}, "entry_names_its_act"),
        ({"subject_id": ""}, "entry_names_its_subject"),
        ({"role": ""}, "entry_role_is_known"),
        ({"role": "god", "person_id": 1}, "entry_role_is_known"),
        ({"role": "buyer"}, "entry_without_a_person_says_who_acted"),
        ({"role": "unsaid"}, "entry_without_a_person_says_who_acted"),
        ({"act": SENSITIVE}, "entry_of_a_sensitive_act_says_why"),
        ({"act": SENSITIVE, "reason": "non"}, "entry_of_a_sensitive_act_says_why"),
        ({"act": SENSITIVE, "reason": "    \n    "}, "entry_of_a_sensitive_act_says_why"),
        ({"act": SENSITIVE, "reason": None}, "null value"),
    ],
)
def test_an_entry_that_does_not_say_enough_is_refused_by_the_database(facts, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        add_row(Entry, {**WHOLE, **facts})
    add_row(Entry, WHOLE)
    assert Entry.objects.count() == 1


@pytest.mark.parametrize("reason", ["", "   ", "non", " oui  ", "a" * 4])
def test_a_sensitive_act_is_refused_without_a_reason(reason):
    assert SENSITIVE in acts.sensitive_acts()
    with pytest.raises(Refused, match="cinq caractères"):
        record(SENSITIVE, new_file(), by=ACTOR, reason=reason)
    assert not Entry.objects.exists()


@pytest.mark.parametrize("reason", ["Trop court.", "Doute", "a\nb\nc"])
def test_a_sensitive_act_with_its_reason_is_kept_as_such(reason):
    record(SENSITIVE, new_file(), by=ACTOR, reason=reason)
    assert (the_entry().reason, the_entry().sensitive) == (reason, True)


@pytest.mark.parametrize(
    "column",
    [("at", "now() - interval '1 year'"), ("sensitive", "false"), ("id", "1"),
     ("committee_id", "'34'")],
    ids=lambda column: column[0],
)  # fmt: skip
def test_the_application_cannot_give_what_the_database_fills(column):
    name, value = column
    order = (
        f"INSERT INTO journal_entry (act, subject_type, subject_id, role, {name})"
        f" VALUES ('clause.open', 'x', '1', 'house', {value})"
    )
    refused(order, "permission denied")


@pytest.mark.parametrize(
    "order",
    [
        "UPDATE journal_entry SET act = 'nothing.at.all'",
        "DELETE FROM journal_entry",
        "TRUNCATE journal_entry",
        "UPDATE journal_link SET seq = 7",
        "DELETE FROM journal_link",
        "INSERT INTO journal_link (entry_id, seq, prev, hash) VALUES (1, 1, '', '')",
        "INSERT INTO journal_head (seq, hash, at) VALUES (1, '', now())",
        "UPDATE journal_head SET seq = 7",
        "DELETE FROM journal_head",
        "DELETE FROM journal_sensitive_act",
        "INSERT INTO journal_sensitive_act VALUES ('a.b')",
        "SELECT journal_link_entry(1)",
        "ALTER TABLE journal_entry DISABLE TRIGGER ALL",
        "SET session_replication_role = replica",
        "SELECT * FROM journal_head FOR UPDATE",
    ],
)
def test_the_application_has_no_way_to_the_past(order):
    record("clause.open", new_file(), by=HOUSE)
    refused(order, "permission denied|must be owner")
    assert the_entry().act == "clause.open"


def refused(order, words):
    with (
        pytest.raises(ProgrammingError, match=re.compile(words)),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(order)


def test_what_is_written_in_a_request_bears_its_number():
    def answer(_request):
        record("clause.open", new_file(), by=HOUSE)
        record("clause.word", new_file(), by=HOUSE)

    of_request(answer)(None)
    of_request(lambda _request: record("clause.open", new_file(), by=HOUSE))(None)
    record("clause.open", new_file(), by=HOUSE)
    numbers = list(Entry.objects.order_by("pk").values_list("correlation", flat=True))
    assert numbers[0] == numbers[1] != numbers[2]
    assert re.fullmatch(r"request [0-9a-f]{32}", numbers[0])
    assert numbers[3] == ""


def test_a_correlation_ends_with_what_it_was_for():
    with correlated("job 1"):
        with correlated("job 2"):
            record("clause.open", new_file(), by=HOUSE)
        record("clause.open", new_file(), by=HOUSE)
    assert list(Entry.objects.order_by("pk").values_list("correlation", flat=True)) == [
        "job 2", "job 1",
    ]  # fmt: skip


def test_a_fact_of_any_type_is_written_in_plain_json():
    facts = {
        "on": date(2027, 3, 1),
        "at": datetime(2027, 3, 1, 8, tzinfo=UTC),
        "role": Role.BUYER,
        "n": None,
    }
    record("clause.open", new_file(), by=HOUSE, **facts)
    assert the_entry().facts == {
        "on": "2027-03-01", "at": "2027-03-01T08:00:00+00:00", "role": "buyer", "n": None,
    }  # fmt: skip
