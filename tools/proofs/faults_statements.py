"""An error in place of each statement of an act, one after the other, and what it leaves behind.

The act runs as it would for a person: outside of any transaction, and what it does is committed.
A run that was stopped must have changed nothing, so that the next one begins where it began; the
first run that meets no error is the act itself.
"""

from __future__ import annotations

import functools
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeAlias

import psycopg
from django.conf import settings
from django.core import mail
from django.db import OperationalError, connection
from django.utils.timezone import now

from perenne.kit.files.storing import lying_in
from perenne.kit.files.sweeping import RESPITE, Report, delete_strays
from perenne.kit.tenancy import current_committee

MOST = 400
"""Statements of one act that are tried; beyond, the last of them alone."""
TRIES = 8  # of an act that is refused, until it is done once
TABLES = """SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
    AND relkind = 'r' ORDER BY 1"""
PRINT = """SELECT '{0}', count(*),
    coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0) FROM "{0}" t"""
SNAPSHOT = "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint"
COMMITTED = """SELECT count(*) FROM generate_series(%s::bigint, %s::bigint - 1) AS n
    WHERE pg_xact_status(n::text::xid8) = 'committed'"""
Act: TypeAlias = Callable[..., Any]


class CutError(OperationalError):
    """What the server says when it goes away in the middle."""


@dataclass(slots=True)
class Told:
    """Of one act: how many of its statements failed in turn, and what was seen after them."""

    statements: int = 0
    runs: int = 0
    is_done: bool = False
    refused: int = 0
    by_pieces: int = 0
    """Errors after which a part was committed: the act has several transactions."""
    swallowed: int = 0
    """Errors after which it told nobody, and went on: fit where a savepoint around the one that
    could not be gone back to was, and what the act did is committed."""
    strays: int = 0
    mails: int = 0
    """Gone before the error, which kept their departure from being noted: each row says so."""
    within: Counter[str] = field(default_factory=Counter)
    pieces: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


class Watch:
    """`told`: by action. `inside`: actions that were met within another one, under its errors."""

    server: psycopg.Connection[Any]

    def __init__(self) -> None:
        self.told: dict[str, Told] = {}
        self.inside: set[str] = set()
        self.spent = 0.0
        self._acting = ""
        self._question = ""

    def over(self, name: str, act: Act) -> Act:
        @functools.wraps(act)
        def watched(*args: Any, **kwargs: Any) -> Any:
            if self._acting:
                self.inside.add(name)
                return act(*args, **kwargs)
            told = self.told.get(name)
            if connection.in_atomic_block or (told and (told.is_done or told.refused >= TRIES)):
                return act(*args, **kwargs)
            began = time.monotonic()
            self._acting = name
            try:
                return self._tried(name, functools.partial(act, *args, **kwargs))
            finally:
                self._acting = ""
                self.spent += time.monotonic() - began

        return watched

    def _tried(self, name: str, act: Act) -> Any:
        told = self.told.setdefault(name, Told())
        before, number = self._state(), 1
        while number <= MOST:
            since = self._xid()
            cut = Cut(number)
            try:
                with cut:
                    given = act()
            except Exception as fault:
                if not cut.has_fallen:
                    told.refused += 1
                    self._look(told, number, before, since=None)
                    raise
                told.runs += 1
                before = self._look(told, number, before, since, fault)
            else:
                told.statements = max(told.statements, number - 1)
                if cut.has_fallen:
                    told.swallowed += 1
                    if not (cut.fell_on.startswith("ROLLBACK TO") and self._committed(since)):
                        said = f"{number}: nobody was told of the error at « {cut.fell_on} »"
                        told.broken.append(said)
                told.is_done = True
                return given
            number += 1
        told.is_done = True
        return act()

    def _look(
        self,
        told: Told,
        number: int,
        before: State,
        since: int | None,
        fault: Exception | None = None,
    ) -> State:
        """Nothing was committed, or all prints are as they were. The state from here on."""
        if since is not None and not self._committed(since) and before.outside == _outside():
            return before
        after = self._state()
        changed = before.differs_from(after)
        if after.files - before.files:
            told.strays += len(after.files - before.files)
            delete_strays(now() + RESPITE + timedelta(hours=1), Report())
            kept = self._state().files - before.files
            if kept and not changed:
                told.broken.append(f"{number}: {len(kept)} files are left that no sweeper takes")
        left = after.mails - before.mails
        told.mails += left
        if left and not changed:
            told.broken.append(f"{number}: {left} mails left, of which nothing is written")
        if changed:
            told.by_pieces += 1
            told.within.update(changed)
            told.pieces.append(f"{number}: {fault!r} on {changed}")
        return self._state()

    def _state(self) -> State:
        if not self._question:
            names = [name for (name,) in self.server.execute(TABLES).fetchall()]
            self._question = " UNION ALL ".join(PRINT.format(name) for name in names)
        rows = self.server.execute(self._question).fetchall()
        return State({name: (count, total) for name, count, total in rows}, *_outside())

    def _xid(self) -> int:
        (xid,) = self.server.execute(SNAPSHOT).fetchone() or (0,)
        return int(xid)

    def _committed(self, since: int) -> int:
        (count,) = self.server.execute(COMMITTED, [since, self._xid()]).fetchone() or (0,)
        return int(count)


@dataclass(frozen=True, slots=True)
class State:
    tables: dict[str, tuple[int, int]]
    mails: int
    files: frozenset[str]

    @property
    def outside(self) -> tuple[int, frozenset[str]]:
        return self.mails, self.files

    def differs_from(self, other: State) -> list[str]:
        return [name for name, said in self.tables.items() if other.tables[name] != said]


def _outside() -> tuple[int, frozenset[str]]:
    return len(getattr(mail, "outbox", ())), frozenset(lying_in(current_committee()))


class Cut:
    """The statement of this number is not executed: an error stands in its place. COMMIT is one."""

    def __init__(self, number: int) -> None:
        self.left = number
        self.has_fallen = False
        self.fell_on = ""

    def __enter__(self) -> Cut:
        connection.ensure_connection()
        self._commit = connection._commit
        connection._commit = self._committing
        connection.execute_wrappers.append(self._executing)
        return self

    def __exit__(self, *_: object) -> None:
        connection.execute_wrappers.remove(self._executing)
        del connection._commit

    def _executing(self, execute: Act, sql: str, params: Any, many: bool, context: Any) -> Any:
        self._count(sql)
        return execute(sql, params, many, context)

    def _committing(self) -> None:
        self._count("COMMIT")
        self._commit()

    def _count(self, sql: str) -> None:
        self.left -= 1
        if self.left == 0:
            self.has_fallen, self.fell_on = True, " ".join(str(sql).split())[:80]
            raise CutError("the server closed the connection unexpectedly")


@contextmanager
def owner_at(host: str, database: str) -> Iterator[psycopg.Connection[Any]]:
    """Whoever made the cluster sees the rows of all, past the walls."""
    owner = settings.CLUSTER.owner
    with psycopg.connect(host=host, port=5432, dbname=database, user=owner, autocommit=True) as it:
        yield it
