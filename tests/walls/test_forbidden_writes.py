"""Writes that nobody may make, tried directly in SQL: by the application, then by the owner.

The refusals of the reliability study, brought to the tables that exist today: those on hours,
allocations and eligibility come with their tables.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from perenne.kit.testing.roles import OWNER
from tests.walls.conftest import ELSEWHERE

pytestmark = pytest.mark.django_db

PURCHASE = "programming_plannedpurchase"
ORGANISATION = (
    "INSERT INTO organisations_organisation (structure_kind, prescriber_kind, legal_nature,"
    " address, reason, state, kind, name, buyer_kind, email, phone"
)
SILENT = "'', '', '', '', '', 'declared'"  # what the first six of these columns hold


@dataclass(frozen=True, slots=True)
class Write:
    """A statement, and the SQLSTATE with which PostgreSQL says no."""

    what: str
    sql: str
    state: str


CHECK, UNIQUE, KEY, NULL, RIGHT = "23514", "23505", "23503", "23502", "42501"

BY_THE_APPLICATION = (
    # the walls
    Write("a row for another committee",
          f"{ORGANISATION}, committee_id)"
          f" VALUES ({SILENT}, 'company', 'X', '', '', '', '34')", RIGHT),
    Write("a row moved to another committee",
          "UPDATE organisations_seat SET committee_id = '34'", RIGHT),
    Write("a row of no committee",
          f"{ORGANISATION}, committee_id)"
          f" VALUES ({SILENT}, 'company', 'X', '', '', '', NULL)", RIGHT),
    Write("a purchase hung under a programme of another committee",
          f"UPDATE {PURCHASE} SET programme_id = '{{programme}}'", KEY),
    Write("a seat in an organisation of another committee",
          "INSERT INTO organisations_seat (person_id, organisation_id, is_admin)"
          " SELECT person_id, {organisation}, false FROM organisations_seat LIMIT 1", KEY),
    Write("walls taken down",
          "ALTER TABLE clauses_clause DISABLE ROW LEVEL SECURITY", RIGHT),
    Write("a wall with a hole",
          "CREATE POLICY hole ON clauses_clause USING (true)", RIGHT),
    Write("the clothes of the owner", "SET ROLE {owner}", RIGHT),
    Write("a table emptied at once", "TRUNCATE organisations_seat", RIGHT),
    Write("a committee opened for others",
          "INSERT INTO tenancy_committee (code, name, carrier) VALUES ('13', 'X', '')", RIGHT),
    # the past
    Write("an entry of the journal changed", "UPDATE journal_entry SET act = 'x.y'", RIGHT),
    Write("an entry of the journal deleted", "DELETE FROM journal_entry", RIGHT),
    # what makes no sense
    Write("a purchase left aside without a reason",
          f"UPDATE {PURCHASE} SET state = 'left_aside', aside_reason = ''"
          " WHERE state = 'received'", CHECK),
    Write("a purchase left aside with a reason unknown",
          f"UPDATE {PURCHASE} SET state = 'left_aside', aside_reason = NULL"
          " WHERE state = 'received'", NULL),
    Write("a purchase in no known state", f"UPDATE {PURCHASE} SET state = 'lost'", CHECK),
    Write("a negative amount", f"UPDATE {PURCHASE} SET amount_cents = -1", CHECK),
    Write("a programme sent by nobody",
          "UPDATE programming_programme SET buyer_id = NULL WHERE state = 'sent'", CHECK),
    Write("more lines read than there are",
          "UPDATE programming_programme SET lines_read = lines_total + 1", CHECK),
    Write("a line set aside without saying why",
          "UPDATE programming_sourceline SET fate = 'set_aside', reason = ''", CHECK),
    Write("hours that are not those of the hypotheses",
          "UPDATE clauses_clause SET computed_minutes = computed_minutes + 60", CHECK),
    Write("a clause owed less than nothing",
          "UPDATE clauses_clause SET due_minutes = -60", CHECK),
    Write("a buyer of no kind",
          f"{ORGANISATION}) VALUES ({SILENT}, 'buyer', 'X', '', '', '')", CHECK),
    Write("a SIRET of thirteen digits",
          f"{ORGANISATION}, siret)"
          f" VALUES ({SILENT}, 'company', 'X', '', '', '', '2177028440001')", CHECK),
    Write("two accounts for one address, whatever the case",
          "INSERT INTO people_person (email, full_name, password, phone, is_active)"
          " SELECT upper(email), 'X', '', '', true FROM people_person LIMIT 1", UNIQUE),
    Write("the same seat twice",
          "INSERT INTO organisations_seat (person_id, organisation_id, is_admin)"
          " SELECT person_id, organisation_id, false FROM organisations_seat LIMIT 1", UNIQUE),
    Write("a purchase of another purchase's line",
          f"UPDATE {PURCHASE} SET line_id = (SELECT min(line_id) FROM {PURCHASE})", UNIQUE),
)  # fmt: skip

ENTRY = (
    "INSERT INTO journal_entry (act, subject_type, subject_id, role)"
    " VALUES ('clause.view', 'clauses.clause', '1', 'house')"
)
BY_THE_OWNER = (
    Write("the past changed by the owner", "UPDATE journal_entry SET act = 'x.y'", RIGHT),
    Write("the past deleted by the owner", "DELETE FROM journal_entry", RIGHT),
    Write("the past emptied by the owner", "TRUNCATE journal_entry", RIGHT),
)


@pytest.fixture
def theirs(neighbours) -> dict[str, str]:
    """What the neighbour has, as its owner knows it: guessing a number is easy."""
    scene = neighbours[ELSEWHERE]
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('perenne.committee', %s, false)", [ELSEWHERE])
        cursor.execute("SELECT id FROM programming_programme")
        programme = cursor.fetchone()[0]
        cursor.execute("SELECT set_config('perenne.committee', '77', false)")
    return {
        "programme": str(programme),
        "organisation": str(scene.buyer.organisation_id),
        "owner": OWNER["USER"],
    }


def refusal_of(sql: str) -> str:
    """The SQLSTATE; empty when the write was let through. Deferred constraints speak at once."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            transaction.set_rollback(True)
    except DatabaseError as refused:
        return str(getattr(refused.__cause__, "sqlstate", ""))
    return ""


def test_what_the_application_may_not_write_is_refused(theirs):
    told = {
        write.what: (refusal_of(write.sql.format(**theirs)), write.state)
        for write in BY_THE_APPLICATION
    }
    refused = [what for what, (said, _) in told.items() if said]
    print(f"{len(told)} forbidden writes by the application, {len(refused)} refused")
    assert {what: pair for what, pair in told.items() if pair[0] != pair[1]} == {}
    assert len(told) >= 21


@pytest.fixture
def owner(db) -> Iterator[psycopg.Connection]:
    known = connection.get_connection_params()
    login = {"user": OWNER["USER"], "password": OWNER["PASSWORD"] or None}
    place = {name: known[name] for name in ("dbname", "host", "port") if known.get(name)}
    with psycopg.connect(**place, **login) as server:
        server.execute("SELECT set_config('perenne.committee', '77', true)")
        yield server
        server.rollback()


@pytest.mark.parametrize("write", BY_THE_OWNER, ids=lambda write: write.what)
def test_what_the_owner_may_not_write_is_refused_too(owner, write):
    owner.execute(ENTRY)
    owner.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(psycopg.Error) as refused:
        owner.execute(write.sql)
    assert refused.value.sqlstate == write.state
