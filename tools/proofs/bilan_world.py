"""A département whose hours are made by the set: so many rows of hours, and all that they rest on.

The owner of the tables writes them with the triggers asleep; what triggers keep (nets, balances)
is written too. Sums that bilans read are none of this: they are made afterwards, by the house.
Everything is drawn from one seed. Large buyers and companies hold most of the contracts. Lives
end as they do: contracts are closed two months after their last day but for one in a hundred,
hirings end, old months are validated; what waits for somebody is of the last two months.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from bilan_rows import WORLD
from django.conf import settings

WORKS_A_HIRING, HIRINGS_A_PERSON, WORKS_A_CONTRACT = 8, 1.5, 45
SEED = 0.77
QUICK = (
    "session_replication_role = replica",
    "synchronous_commit = off",
    "work_mem = '256MB'",
    "maintenance_work_mem = '1GB'",
    "max_parallel_workers_per_gather = 0",
    "perenne.committee = '77'",
)
NUMBERED = (
    "organisations_organisation", "procurement_contract", "procurement_party", "clauses_clause",
    "clauses_commitment", "participants_participant", "hirings_hiring", "hours_work",
)  # fmt: skip
DEFAULTS = """
DO $$
DECLARE
    one record;
BEGIN
    FOR one IN SELECT table_name, column_name, CASE WHEN data_type = 'ARRAY' THEN '{}'
            WHEN data_type = 'jsonb' THEN '[]' WHEN data_type = 'boolean' THEN 'false'
            WHEN data_type LIKE '%int%' OR data_type = 'numeric' THEN '0' ELSE '' END AS nothing
        FROM information_schema.columns
        WHERE table_schema = 'public' AND is_nullable = 'NO' AND column_default IS NULL
          AND is_identity = 'NO' AND is_generated = 'NEVER'
          AND (data_type IN ('ARRAY', 'jsonb', 'boolean', 'numeric', 'text', 'character varying')
               OR data_type LIKE '%int%')
          AND table_name !~ '^(django|procrastinate|auth)_' LOOP
        EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET DEFAULT %L',
                       one.table_name, one.column_name, one.nothing);
    END LOOP;
END $$
"""
"""What this world does not say is empty: a column that is added to a table stops no proof."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many of each, for so many rows of hours."""

    works: int

    def counts(self) -> dict[str, int]:
        hirings = max(20, self.works // WORKS_A_HIRING)
        contracts = max(6, self.works // WORKS_A_CONTRACT)
        return {
            "hirings": hirings,
            "persons": max(10, int(hirings / HIRINGS_A_PERSON)),
            "contracts": contracts,
            "buyers": min(2_000, max(3, contracts // 60)),
            "companies": min(20_000, max(3, contracts // 8)),
            "facilitators": min(40, max(2, contracts // 40)),
            "epcis": min(24, max(2, contracts // 20)),
        }


HASTY = {
    "fsync": "off", "full_page_writes": "off", "autovacuum": "off", "max_wal_size": "'8GB'",
    "checkpoint_timeout": "'30min'",
}  # fmt: skip
"""While the world is made alone: one that is lost half-way is made again."""
HEAVY = (
    "hours_statement", "hours_sheet", "hours_work", "hours_allocation", "hours_balance",
    "hirings_hiring", "participants_participant", "participants_eligibilityfile",
    "participants_verdict", "participants_exit", "participants_followup",
)  # fmt: skip
INDEXES = """
SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
WHERE i.indrelid = ANY(%s::regclass[])
  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
"""
"""Those that keep no promise by themselves: made once their rows are there."""


def owner() -> psycopg.Connection[tuple[object, ...]]:
    cluster = settings.CLUSTER
    return psycopg.connect(cluster.url_of(cluster.owner), autocommit=True)


def make(size: Size) -> float:
    """Seconds that it took."""
    began = time.monotonic()
    counts = size.counts()
    with owner() as server:
        for setting in QUICK:
            server.execute(f"SET {setting}".encode())
        server.execute("SELECT setseed(%s)", [SEED])
        server.execute(DEFAULTS)
        indexes = server.execute(INDEXES, [list(HEAVY)]).fetchall()
        for name, _ in indexes:
            server.execute(f"DROP INDEX {name}".encode())
        for sentence in WORLD.split(";\n"):
            if sentence.strip():
                server.execute(sentence.format(**counts).encode())
        for _, made in indexes:
            server.execute(str(made).encode())
        for table in NUMBERED:
            server.execute(
                # Our own words alone: no name or value comes from elsewhere.
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id))"  # noqa: S608
                f" FROM {table}"
            )
        server.execute("VACUUM ANALYZE")
    return time.monotonic() - began


@contextmanager
def in_haste() -> Iterator[None]:
    """Nothing is written twice, nor waited for, until the world is whole."""
    _configure(f"ALTER SYSTEM SET {name} = {value}" for name, value in HASTY.items())
    yield
    _configure(f"ALTER SYSTEM RESET {name}" for name in HASTY)


def _configure(sentences: Iterable[str]) -> None:
    with owner() as server:
        for sentence in sentences:
            server.execute(sentence.encode())
        server.execute("SELECT pg_reload_conf()")
        server.execute("CHECKPOINT")
