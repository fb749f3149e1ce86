"""PostgreSQL refuses a move that the machine of a table does not have, whoever asks for it.

Derived from the models and raised after each migration, as the walls are: a machine that changes
needs no migration. A row may still be made in any state: an import begins where its file says.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db import connection, models

from perenne.kit.states.fields import StateField

GUARD = "keeps_to_its_moves"
FUNCTION = f"""
CREATE OR REPLACE FUNCTION {GUARD}() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    was text := to_jsonb(OLD) ->> TG_ARGV[0];
    becomes text := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
    IF was IS DISTINCT FROM becomes AND NOT (was || '>' || becomes = ANY (TG_ARGV)) THEN
        RAISE EXCEPTION '% cannot go from % to %', TG_TABLE_NAME, was, becomes
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
END $$
"""
STANDING = """
SELECT c.relname, obj_description(t.oid, 'pg_trigger')
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
WHERE t.tgname = %s AND c.relnamespace = 'public'::regnamespace
"""


def stateful() -> Iterator[tuple[type[models.Model], StateField]]:
    """Every table that keeps a state, and the column."""
    for model in apps.get_models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, StateField) and field.machine is not None:
                yield model, field


def moves_of(field: StateField) -> list[str]:
    """Each arrow of its machine, as "from>to"; one that leads back to where it was is no change."""
    machine = field.machine
    if machine is None:
        return []
    return sorted(
        f"{source.value}>{move.target.value}"
        for move in machine.moves.values()
        for source in move.sources
        if source is not move.target
    )


def raise_guards() -> list[str]:
    """Make the triggers as the machines are; the statements that it took."""
    statements = list(missing_guards())
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    return statements


def missing_guards() -> Iterator[str]:
    """What the database lacks, as SQL; nothing where every guard stands."""
    with connection.cursor() as cursor:
        cursor.execute(STANDING, [GUARD])
        standing: dict[str, str] = dict(cursor.fetchall())
    if not standing:
        yield FUNCTION
    for model, field in stateful():
        table, moves = model._meta.db_table, list(dict.fromkeys(moves_of(field)))
        said = ", ".join(moves)
        if standing.get(table) == said:
            continue
        arguments = ", ".join(f"'{word}'" for word in [field.column, *moves])
        yield f'DROP TRIGGER IF EXISTS {GUARD} ON "{table}"'
        yield (
            f'CREATE TRIGGER {GUARD} BEFORE UPDATE OF "{field.column}" ON "{table}"'
            f" FOR EACH ROW EXECUTE FUNCTION {GUARD}({arguments})"
        )
        yield f"COMMENT ON TRIGGER {GUARD} ON \"{table}\" IS '{said}'"
