"""In a block the database is a replica; what it cannot do leads out of it, past every `except`."""

import pytest
from django.db import DatabaseError, connection, connections, transaction

from perenne.kit.replicas.reading import Abandoned, Why, is_reading, must_write, read_from
from perenne.kit.tenancy import current_committee, within
from perenne.kit.tenancy.models import Committee

pytestmark = pytest.mark.django_db
COMMITTEE = "SELECT current_setting('perenne.committee')"


def asked(question):
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]


def test_everything_is_asked_of_it_for_the_same_committee(aliased):
    with read_from(aliased):
        assert is_reading()
        assert connection.alias == Committee.objects.all().db.replace("default", aliased)
        assert asked(COMMITTEE) == current_committee()
        with within("34"):
            assert asked(COMMITTEE) == "34"
        assert asked(COMMITTEE) == current_committee()
        assert asked("SHOW transaction_read_only") == "on"
    assert not is_reading()
    assert asked("SHOW transaction_read_only") == "off"
    assert connections[aliased].connection is None


WRITES = {
    "a row": lambda: Committee.objects.create(code="34"),
    "a lock": lambda: Committee.objects.select_for_update().first(),
    "a number": lambda: asked("SELECT nextval('journal_entry_id_seq')"),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_whoever_writes_leaves_although_errors_are_caught(aliased, write):
    def careless():
        try:
            write()
        except Exception:
            return "it was taken for an error"

    with pytest.raises(Abandoned) as left, read_from(aliased), transaction.atomic():
        careless()
    assert left.value.why is Why.WRITES
    assert not is_reading()


def test_a_page_may_say_beforehand_that_it_writes(aliased):
    must_write()  # of the primary: nothing happens
    with pytest.raises(Abandoned) as left, read_from(aliased):
        must_write()
    assert left.value.why is Why.WRITES


def test_a_fault_of_ours_stays_one(aliased):
    with pytest.raises(DatabaseError), read_from(aliased):
        asked("SELECT nothing_of_that_name")


def test_one_that_is_away_is_left(aliased):
    connections[aliased].settings_dict["HOST"] = "/nowhere"
    with pytest.raises(Abandoned) as left, read_from(aliased):
        asked("SELECT 1")
    assert left.value.why is Why.CUT


def test_one_that_is_cut_in_the_middle_is_left(aliased):
    with pytest.raises(Abandoned) as left, read_from(aliased):
        asked("SELECT pg_terminate_backend(pg_backend_pid())")
    assert left.value.why is Why.CUT
    assert connections[aliased].connection is None
