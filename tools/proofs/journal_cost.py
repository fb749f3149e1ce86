"""Writers of the journal who really commit, on a server that really writes to the disk."""

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import psycopg
from django.conf import settings

ENTRY = (
    "INSERT INTO journal_entry (act, subject_type, subject_id, role, changes)"
    " VALUES ('clause.calibrate', 'clauses.clause', '1', 'house', '{\"due_minutes\": [1, 2]}')"
)


def connect(user: str, committee: str = "") -> psycopg.Connection[tuple[object, ...]]:
    server = psycopg.connect(settings.CLUSTER.url_of(user), autocommit=True)
    server.execute("SELECT set_config('perenne.committee', %s, false)", [committee])
    return server


@contextmanager
def without_links() -> Iterator[None]:
    """The same table and the same rights, and no chain: entries of then are taken away after."""
    with connect(settings.CLUSTER.owner) as owner:
        (last,) = owner.execute("SELECT coalesce(max(id), 0) FROM journal_entry").fetchone() or (0,)
        owner.execute("ALTER TABLE journal_entry DISABLE TRIGGER journal_entry_linked")
        yield
        owner.execute("SET session_replication_role = replica")
        owner.execute("DELETE FROM journal_entry WHERE id > %s", [last])
        owner.execute("ALTER TABLE journal_entry ENABLE TRIGGER journal_entry_linked")


def open_committees(codes: Sequence[str]) -> None:
    for code in codes:
        with connect(settings.CLUSTER.owner, code) as owner:
            owner.execute(
                "INSERT INTO tenancy_committee (code, name, carrier) VALUES (%s, 'X', '')"
                " ON CONFLICT DO NOTHING",
                [code],
            )


def writes_a_second(codes: Sequence[str], writers: int, seconds: float) -> float:
    """Each writer has a connection of its own; the committees are dealt out among them."""
    open_committees(codes)

    def write(number: int) -> int:
        done = 0
        with connect(settings.CLUSTER.application, codes[number % len(codes)]) as server:
            until = time.monotonic() + seconds
            while time.monotonic() < until:
                server.execute(ENTRY)
                done += 1
        return done

    with ThreadPoolExecutor(writers) as threads:
        return sum(threads.map(write, range(writers))) / seconds


def broken_in(codes: Sequence[str]) -> int:
    """How many links do not hold, in all of these committees."""
    broken = 0
    for code in codes:
        with connect(settings.CLUSTER.application, code) as server:
            broken += len(server.execute("SELECT * FROM journal_broken()").fetchall())
    return broken


def seconds_to_check(code: str) -> tuple[int, float]:
    """How many entries the chain has, and how long looking at all of them takes."""
    with connect(settings.CLUSTER.application, code) as server:
        began = time.monotonic()
        server.execute("SELECT * FROM journal_broken()").fetchall()
        spent = time.monotonic() - began
        (count,) = server.execute("SELECT count(*) FROM journal_link").fetchone() or (0,)
        return int(str(count)), spent
