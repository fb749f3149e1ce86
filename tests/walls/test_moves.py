"""Every move that no machine has is refused by PostgreSQL too, on each table that keeps a state."""

import pytest
from django.db import DatabaseError, connection, transaction

from perenne.kit.states.fields import StateField
from perenne.kit.states.guards import GUARD, missing_guards, moves_of, raise_guards, stateful
from perenne.kit.testing.roles import OWNER, acting_as
from tests.house.test_states import MACHINES

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_commits")]
TABLES = [pytest.param(model, field, id=model._meta.label) for model, field in stateful()]
STRIP = """
DO $$ DECLARE one record; BEGIN
    FOR one IN SELECT conname FROM pg_constraint
        WHERE conrelid = '{table}'::regclass AND contype IN ('c', 'f', 'x', 'u') LOOP
        EXECUTE format('ALTER TABLE {table} DROP CONSTRAINT IF EXISTS %I CASCADE', one.conname);
    END LOOP;
    FOR one IN SELECT attname FROM pg_attribute WHERE attrelid = '{table}'::regclass
        AND attnum > 0 AND attnotnull AND attname NOT IN ('id', 'committee_id') LOOP
        EXECUTE format('ALTER TABLE {table} ALTER COLUMN %I DROP NOT NULL', one.attname);
    END LOOP;
    FOR one IN SELECT tgname FROM pg_trigger WHERE tgrelid = '{table}'::regclass
        AND NOT tgisinternal AND tgname <> '{guard}' LOOP
        EXECUTE format('DROP TRIGGER %I ON {table}', one.tgname);
    END LOOP;
END $$
"""


@pytest.fixture
def owner(real_commits):
    with acting_as(OWNER):
        yield


def test_every_machine_guards_a_table():
    guarded = [id(field.machine) for _, field in stateful()]

    assert sorted(guarded) == sorted(id(machine) for _, machine in MACHINES)


@pytest.mark.parametrize(("model", "field"), TABLES)
def test_a_move_without_its_arrow_is_refused(owner, model, field, capsys):
    states = [state.value for state in type(field.machine.start)]
    allowed = set(moves_of(field))
    pairs = [(was, becomes) for was in states for becomes in states]

    passed = {pair for pair in pairs if may_go(model._meta.db_table, field, *pair)}

    assert passed == {(a, b) for a, b in pairs if a == b or f"{a}>{b}" in allowed}
    with capsys.disabled():
        print(f"\n{model._meta.label}: {len(pairs) - len(passed)} moves refused of {len(pairs)}")


def may_go(table: str, field: StateField, was: str, becomes: str) -> bool:
    """On a row of the real table, of which only the guard is left: all is undone."""
    column = field.column
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(STRIP.format(table=table, guard=GUARD))
        key = ", gen_random_uuid()" if _is_uuid(table) else ""
        names = f"{column}, id" if key else column
        cursor.execute(f"INSERT INTO {table} ({names}) VALUES ('{was}'{key})")
        try:
            with transaction.atomic():
                cursor.execute(f"UPDATE {table} SET {column} = '{becomes}'")
            refused_by = None
        except DatabaseError as refused:
            refused_by = refused.__cause__.diag.constraint_name
        transaction.set_rollback(True)
    if refused_by not in {None, GUARD}:
        pytest.fail(f"{table} refuses {was} > {becomes} by {refused_by}")
    return refused_by is None


def _is_uuid(table: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT atttypid = 'uuid'::regtype FROM pg_attribute"
            f" WHERE attrelid = '{table}'::regclass AND attname = 'id'"
        )
        return bool(cursor.fetchone()[0])


def test_a_guard_taken_down_is_seen_and_raised_again(owner):
    assert list(missing_guards()) == []
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {GUARD} ON clauses_clause")

    assert any("clauses_clause" in statement for statement in raise_guards())
    assert list(missing_guards()) == []
