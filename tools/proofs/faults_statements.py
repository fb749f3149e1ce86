"""An error in place of each statement of an act, one after the other, and what it leaves behind.

The act runs as it would for a person: outside of any transaction, and what it does is committed.
A run that was stopped must have changed nothing, so that the next one begins where it began; the
first run that meets no error is the act itself. A statement is a sentence of SQL and the lines of
the house that lead to it: the second round of a loop is another one after a COMMIT alone.
"""

from __future__ import annotations

import functools
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeAlias

import psycopg
from claims import Claims
from django.conf import settings
from django.core import mail
from django.db import OperationalError, connection
from django.utils.timezone import now

from perenne.kit.files.storing import lying_in
from perenne.kit.files.sweeping import RESPITE, Report, delete_strays
from perenne.kit.tenancy import current_committee

MOST = 400
"""Errors of one act in one world; beyond, it is left to itself."""
TRIES = 8  # of an act that is refused, until it is done once
ROUNDS = 2  # after so many COMMITs, a statement is no longer another one
HOUSE = "/src/perenne/"
CHANGING = re.compile(r"\bs\d+_x\d+\b|\d+")
"""The names of savepoints, and numbers."""
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

    ways: set[int] = field(default_factory=set)
    """Of the statements that failed in turn."""
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

    def __iadd__(self, other: Told) -> Told:
        self.ways |= other.ways
        self.is_done |= other.is_done
        for each in ("runs", "refused", "by_pieces", "swallowed", "strays", "mails"):
            setattr(self, each, getattr(self, each) + getattr(other, each))
        for each in ("within", "pieces", "broken"):
            setattr(self, each, getattr(self, each) + getattr(other, each))
        return self


class Watch:
    """`told`: by action. `inside`: actions that were met within another one, under its errors."""

    server: psycopg.Connection[Any]

    def __init__(self, claims: Claims) -> None:
        self.claims = claims
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
            told = self.told.setdefault(name, Told())
            if connection.in_atomic_block or told.refused >= TRIES or not self.claims.take(name):
                return act(*args, **kwargs)
            began = time.monotonic()
            self._acting = name
            try:
                return self._tried(told, functools.partial(act, *args, **kwargs))
            finally:
                self._acting = ""
                self.spent += time.monotonic() - began
                if not told.is_done:
                    self.claims.give_back(name)

        return watched

    def _tried(self, told: Told, act: Act) -> Any:
        before = self._state()
        for _ in range(MOST):
            since = self._xid()
            cut = Cut(told.ways)
            try:
                with cut:
                    given = act()
            except Exception as fault:
                if not cut.fell_on:
                    told.refused += 1
                    self._look(told, "refused", before, since=None)
                    raise
                told.runs += 1
                before = self._look(told, cut.fell_on, before, since, fault)
            else:
                told.is_done = not cut.fell_on
                if cut.fell_on:
                    self._gone_on(told, cut.fell_on, since)
                return given
        told.is_done = True
        return act()

    def _gone_on(self, told: Told, fell_on: str, since: int) -> None:
        """Its other statements are tried in another world: in this one, it is done."""
        told.runs += 1
        told.swallowed += 1
        if not (fell_on.startswith("ROLLBACK TO") and self._committed(since)):
            told.broken.append(f"nobody was told of the error at « {fell_on} »")

    def _look(
        self,
        told: Told,
        fell_on: str,
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
                told.broken.append(f"{fell_on}: {len(kept)} files are left that no sweeper takes")
        left = after.mails - before.mails
        told.mails += left
        if left and not changed:
            told.broken.append(f"{fell_on}: {left} mails left, of which nothing is written")
        if changed:
            told.by_pieces += 1
            told.within.update(changed)
            told.pieces.append(f"{fell_on}: {fault!r} on {changed}")
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
    """The first statement that is not among the `ways` tried is not executed: an error stands in
    its place. COMMIT is one."""

    def __init__(self, ways: set[int]) -> None:
        self.ways = ways
        self.fell_on = ""
        self._commits = 0

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
        self._meet(str(sql))
        return execute(sql, params, many, context)

    def _committing(self) -> None:
        self._meet("COMMIT")
        self._commit()
        self._commits += 1

    def _meet(self, sql: str) -> None:
        if self.fell_on:
            return
        said = CHANGING.sub("#", " ".join(sql.split())[:200])
        way = hash((said, min(self._commits, ROUNDS), *_lines_that_lead_here()))
        if way not in self.ways:
            self.ways.add(way)
            self.fell_on = said[:80]
            raise CutError("the server closed the connection unexpectedly")


def _lines_that_lead_here() -> Iterator[tuple[str, int]]:
    """From the statement up to the act."""
    frame = sys._getframe(1).f_back
    while frame and frame.f_code is not Watch._tried.__code__:
        if HOUSE in frame.f_code.co_filename:
            yield frame.f_code.co_filename, frame.f_lineno
        frame = frame.f_back


@contextmanager
def owner_at(host: str, database: str) -> Iterator[psycopg.Connection[Any]]:
    """Whoever made the cluster sees the rows of all, past the walls."""
    owner = settings.CLUSTER.owner
    with psycopg.connect(host=host, port=5432, dbname=database, user=owner, autocommit=True) as it:
        yield it
