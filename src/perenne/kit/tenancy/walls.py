"""Row-level security, grants and composite keys, as the database must have them.

Derived from the models and raised after each migration: no table can be forgotten. Only what
differs from the catalogue is written, so that raising walls that stand locks nothing.
Source: PostgreSQL manual, 5.9 « Row Security Policies ».
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection
from django.db.backends.utils import CursorWrapper

from perenne.kit.tenancy.kinds import COLUMN, Kind, columns_given, kinds

POLICY = "committee"
TABLES = """
SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity,
       EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = %s
               AND NOT a.attisdropped),
       (SELECT obj_description(p.oid, 'pg_policy') FROM pg_policy p
        WHERE p.polrelid = c.oid AND p.polname = %s),
       (SELECT string_agg(privilege_type, ', ' ORDER BY array_position(
               '{SELECT,INSERT,UPDATE,DELETE}'::text[], privilege_type::text))
        FROM aclexplode(c.relacl) x JOIN pg_roles r ON r.oid = x.grantee WHERE r.rolname = %s),
       (SELECT string_agg(a.attname, ', ' ORDER BY a.attname)
        FROM pg_attribute a, aclexplode(a.attacl) x JOIN pg_roles r ON r.oid = x.grantee
        WHERE a.attrelid = c.oid AND x.privilege_type = 'INSERT' AND r.rolname = %s)
FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
ORDER BY c.relname
"""
LINKS = """
SELECT k.conname, child.relname, column_.attname, parent.relname, key.attname
FROM pg_constraint k
JOIN pg_class child ON child.oid = k.conrelid
JOIN pg_class parent ON parent.oid = k.confrelid
JOIN pg_attribute column_ ON column_.attrelid = child.oid AND column_.attnum = k.conkey[1]
JOIN pg_attribute key ON key.attrelid = parent.oid AND key.attnum = k.confkey[1]
WHERE k.contype = 'f' AND cardinality(k.conkey) = 1
  AND k.connamespace = 'public'::regnamespace
ORDER BY k.conname
"""
SEQUENCES = """
SELECT sequencename FROM pg_sequences
WHERE schemaname = 'public' AND NOT has_sequence_privilege(%s, quote_ident(sequencename), 'USAGE')
ORDER BY sequencename
"""
PAIRS = "SELECT conname FROM pg_constraint WHERE contype = 'u' AND conname LIKE %s"


@dataclass(frozen=True, slots=True)
class Wall:
    """A table as the catalogue has it."""

    table: str
    forced: bool
    has_column: bool
    policy: str | None
    rights: str | None
    columns: str | None
    """Those that the application may fill, when it may not fill all."""


def raise_walls(role: str) -> list[str]:
    """Make the database as it must be for the application's role; the statements it took."""
    statements = list(missing_walls(role))
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    return statements


def missing_walls(role: str) -> Iterator[str]:
    """What the catalogue lacks, as SQL; nothing where every wall stands."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES, [COLUMN, POLICY, role, role])
        walls = [Wall(*row) for row in cursor.fetchall()]
        of = kinds({wall.table for wall in walls})
        for wall in walls:
            yield from _around(wall, of[wall.table], role)
        yield from _links(cursor, of)
        cursor.execute(SEQUENCES, [role])
        for (sequence,) in cursor.fetchall():
            yield f'GRANT USAGE ON SEQUENCE "{sequence}" TO "{role}"'


def _around(wall: Wall, kind: Kind, role: str) -> Iterator[str]:
    table = f'"{wall.table}"'
    if kind.has_committee and not wall.has_column:
        needed = "" if kind is Kind.QUEUE else " NOT NULL REFERENCES tenancy_committee"
        yield (
            f"ALTER TABLE {table} ADD COLUMN {COLUMN} varchar(12)"
            f" DEFAULT current_committee(){needed}"
        )
    if not wall.forced:
        yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
        yield f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"
    if wall.policy != kind.condition:
        quoted = kind.condition.replace("'", "''")
        yield f"DROP POLICY IF EXISTS {POLICY} ON {table}"
        yield (
            f"CREATE POLICY {POLICY} ON {table}"
            f" USING ({kind.condition}) WITH CHECK ({kind.condition})"
        )
        yield f"COMMENT ON POLICY {POLICY} ON {table} IS '{quoted}'"
    columns = ", ".join(columns_given(wall.table))
    rights = kind.rights.replace(", INSERT", "") if columns else kind.rights
    if (wall.rights, wall.columns or "") != (rights, columns):
        yield f'REVOKE ALL ON {table} FROM "{role}"'
        yield f'GRANT {rights} ON {table} TO "{role}"'
        if columns:
            yield f'GRANT INSERT ({columns}) ON {table} TO "{role}"'


def _links(cursor: CursorWrapper, of: dict[str, Kind]) -> Iterator[str]:
    """A row points to rows of its own committee only: the committee is part of the key (I17)."""
    cursor.execute(LINKS)
    links = [
        link
        for link in cursor.fetchall()
        if {of[link[1]], of[link[3]]} <= {Kind.OWNED, Kind.SEALED}
    ]
    cursor.execute(PAIRS, ["%_in_committee"])
    known = {name for (name,) in cursor.fetchall()}
    for name, child, column, parent, key in links:
        pair = f"{parent}_{key}_in_committee"[-63:]
        if pair not in known:
            known.add(pair)
            yield f'ALTER TABLE "{parent}" ADD CONSTRAINT "{pair}" UNIQUE ("{key}", {COLUMN})'
        yield f'ALTER TABLE "{child}" DROP CONSTRAINT "{name}"'
        yield (
            f'ALTER TABLE "{child}" ADD CONSTRAINT "{name}"'
            f' FOREIGN KEY ("{column}", {COLUMN}) REFERENCES "{parent}" ("{key}", {COLUMN})'
            " DEFERRABLE INITIALLY DEFERRED"
        )
