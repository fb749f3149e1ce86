"""Workers killed in each kind of job at four points; then the same jobs without a death.

Two waits are made shorter from outside: the heart of a worker that died stopped a minute ago, and
whoever held a mail has held it for three. A real worker, killed from outside, is waited for at the
end: what it held is taken up by the next one alone.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import backups
import psycopg
from aiosmtpd.controller import Controller
from crash_worker import AFTER, DONE, POINTS, SENT, Worker, deaths_to_come, kinds
from django.conf import settings
from django.db import connections
from django.utils.timezone import localdate
from ledger_writers import refuse_pool
from table import row
from year_jobs import Jobs

from perenne.kit.journal.chain import broken as broken_links
from perenne.ops.demo.building import build_demo
from perenne.ops.serving import free_port

WIDTHS = (34, 8, 8, 8, 8, 10, 8)
CALM = "perenne_calm"
"""The same tables, in which nobody dies."""
LEFT = "SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')"
READY = f"{LEFT} AND (status = 'doing' OR scheduled_at IS NULL OR scheduled_at <= now())"
DOING = "SELECT count(*) FROM procrastinate_jobs WHERE status = 'doing'"
ENDED = """SELECT task_name, count(*) FILTER (WHERE status = 'succeeded'),
    count(*) FILTER (WHERE status <> 'succeeded') FROM procrastinate_jobs GROUP BY 1 ORDER BY 1"""
SOONER = """UPDATE procrastinate_workers SET last_heartbeat = last_heartbeat - interval '1 minute';
    UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo';
    UPDATE mails_mail SET tried_at = tried_at - interval '3 minutes' WHERE state = 'planned'"""
OURS_ALONE = ("procrastinate_", "django_session", "journal_")
"""Compared otherwise, or not: the journal act by act."""
AGAIN = """INSERT INTO procrastinate_jobs (queue_name, task_name, priority, args)
    SELECT DISTINCT ON (task_name) queue_name, task_name, priority, args FROM procrastinate_jobs
    WHERE args ? 'timestamp'"""
"""What the clock asks for, once more."""
ALONE = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = %s AND pid <> pg_backend_pid()"""
RESCUE, ROUND = "jobs.rescue", "files.sweep"
HUNTING = 300  # seconds, at most, for all these deaths
PEACE = 180  # seconds, at most, in which a real worker takes up what another one left


class Box:
    """A mail server that remembers what it took."""

    def __init__(self) -> None:
        self.mails: list[tuple[str, str]] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        """Whose mail it was, and the mail itself."""
        self.mails.append((envelope.rcpt_tos[0], envelope.content.decode(errors="replace")))
        return "250 OK"

    @property
    def doubles(self) -> int:
        """Beyond the first of each, by address and Message-ID."""
        return len(self.mails) - len(self.once)

    @property
    def once(self) -> set[tuple[str, str]]:
        return {(to, _line(mail, "message-id:") or mail) for to, mail in self.mails}

    @property
    def subjects(self) -> Counter[tuple[str, str]]:
        """Of each address, a mail that came twice counted once."""
        kept = {(to, _line(mail, "message-id:")): mail for to, mail in self.mails}
        return Counter((to, _line(mail, "subject:")) for (to, _), mail in kept.items())


def prove(home: Path) -> list[str]:
    """Sentences: jobs that did not end, what was done twice or by half, mails that came twice."""
    refuse_pool()
    build_demo(today=localdate(), say=lambda _step: None)
    periodic = tuple(sorted({name for names in Jobs().due.values() for name in names}))
    connections.close_all()
    with _owner_of("postgres") as server:
        server.execute(ALONE, [settings.CLUSTER.database])
        server.execute(f"CREATE DATABASE {CALM} TEMPLATE {settings.CLUSTER.database}")
    with mail_server() as (box, port), mail_server() as (calm_box, calm_port):
        killed = _hunted(home, port, periodic)
        _at_peace(calm_port, periodic)
        wrong = _told(killed, box) + _apart(box, calm_box, killed)
        return wrong + _one_real_worker_dies(port)


@contextmanager
def mail_server() -> Iterator[tuple[Box, int]]:
    box, port = Box(), free_port(2525)
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    try:
        yield box, port
    finally:
        server.stop()


def _hunted(home: Path, port: int, periodic: tuple[str, ...]) -> Counter[tuple[str, str]]:
    """Of each kind and point, how many workers died there."""
    deaths, until = deaths_to_come(), time.monotonic() + HUNTING
    told = os.open(home / "deaths", os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_SYNC)
    with backups.owner_of(settings.CLUSTER) as owner:
        while time.monotonic() < until:
            alive = Worker(settings.CLUSTER.database, port, deaths, told).run(periodic)
            owner.execute(SOONER)
            periodic = (RESCUE,)
            if alive and not _one(owner, LEFT):
                break
    os.close(told)
    lines = (home / "deaths").read_text().splitlines()
    return Counter((kind, point) for kind, point in (line.split("\t") for line in lines))


def _at_peace(port: int, periodic: tuple[str, ...]) -> None:
    """The same jobs on the other tables."""
    with _owner_of(CALM) as owner:
        while periodic or _one(owner, LEFT):
            Worker(CALM, port, None, 0).run(periodic)
            owner.execute(SOONER)
            periodic = ()


def _told(killed: Counter[tuple[str, str]], box: Box) -> list[str]:
    wrong = []
    print(flush=True)
    row(WIDTHS, ("job, and workers killed in it", *POINTS, "succeeded", "not"))
    with backups.owner_of(settings.CLUSTER) as owner:
        ended = {name: counts for name, *counts in owner.execute(ENDED).fetchall()}
    for name in kinds():
        succeeded, others = ended.get(name, (0, 0))
        row(WIDTHS, (name, *(killed[name, point] for point in POINTS), succeeded, others))
        if others:
            wrong.append(f"{others} jobs {name} did not succeed.")
    met = [name for name in kinds() if name in ended]
    spared = [name for name in met if not any(killed[name, point] for point in POINTS)]
    wrong += [f"no worker was killed in {name}." for name in spared]
    at_the_post = sum(times for (_, point), times in killed.items() if point == SENT)
    if box.doubles > at_the_post:
        wrong.append(f"{box.doubles} mails came twice, {at_the_post} workers had died in between.")
    print(f"\n{killed.total()} workers killed in {len(met)} kinds of jobs of {len(kinds())}; "
          f"{len(box.mails)} mails, of which {box.doubles} came twice under one number: "
          f"{at_the_post} workers had died before they noted the answer of the server")  # fmt: skip
    return wrong


def _apart(box: Box, calm: Box, killed: Counter[tuple[str, str]]) -> list[str]:
    """What is not as if nobody had died: rows of tables, mails, the chain of the journal.

    A round of the kept files changes nothing, and says that it was made: of a worker that died
    after one, the next makes another, and says it too.
    """
    with backups.owner_of(settings.CLUSTER) as owner, _owner_of(CALM) as other:
        here, there = _rows(owner), _rows(other)
        told, calmly = _acts(owner), _acts(other)
    rounds = sum(killed[ROUND, point] for point in (AFTER, DONE))
    told["file.sweep"] -= min(rounds, max(0, told["file.sweep"] - calmly["file.sweep"]))
    wrong = [
        f"{name}: {here[name]} rows instead of {there[name]} without deaths."
        for name in here
        if here[name] != there[name] and not name.startswith(OURS_ALONE)
    ]
    wrong += [f"journal: {act} {times} times too many." for act, times in (told - calmly).items()]
    wrong += [f"journal: {act} {times} times too few." for act, times in (calmly - told).items()]
    lost, twice = calm.subjects - box.subjects, box.subjects - calm.subjects
    wrong += [f"a mail never came: {said}" for said in lost]
    wrong += [f"a mail came that nobody sends otherwise: {said}" for said in twice]
    print(f"{len(here)} tables, {sum(here.values())} rows, {calm.subjects.total()} mails: "
          f"{len(wrong)} differ from what is there when nobody dies")  # fmt: skip
    return wrong + [f"journal: {link}." for link in broken_links([])]


def _one_real_worker_dies(port: int) -> list[str]:
    """Killed from outside in the first job seen; what it held is taken up by itself."""
    with backups.owner_of(settings.CLUSTER) as owner:
        owner.execute(AGAIN)
        held = _held_by_the_dead(owner, port)
        began = time.monotonic()
        with _worker(port):
            while (left := _one(owner, READY)) and time.monotonic() < began + PEACE:
                time.sleep(0.5)
        spent = time.monotonic() - began
    print(f"a real worker killed in {held} job; the next one had done all in {spent:.0f} s")
    return [] if held and not left else [f"{held} job was held, {left} are left."]


def _held_by_the_dead(owner: psycopg.Connection[Any], port: int) -> int:
    """How many jobs are under way, of which nobody works any more."""
    until = time.monotonic() + PEACE
    while time.monotonic() < until:
        with _worker(port) as worker:
            while time.monotonic() < until and not _one(owner, DOING):
                pass
            os.killpg(worker.pid, signal.SIGKILL)
        if held := _one(owner, DOING):
            return held
    return 0


@contextmanager
def _worker(port: int) -> Iterator[subprocess.Popen[bytes]]:
    worker = subprocess.Popen(
        [sys.executable, "-m", "perenne.config", "procrastinate", "worker", "--concurrency", "1"],
        env={**os.environ, "PERENNE_MAIL_URL": f"smtp://127.0.0.1:{port}"},
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield worker
    finally:
        if worker.poll() is None:
            os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()


def _owner_of(database: str) -> psycopg.Connection[Any]:
    cluster = settings.CLUSTER
    return psycopg.connect(cluster.url_of(cluster.owner), dbname=database, autocommit=True)


def _acts(owner: psycopg.Connection[Any]) -> Counter[str]:
    return Counter(dict(owner.execute("SELECT act, count(*) FROM journal_entry GROUP BY 1")))


def _rows(owner: psycopg.Connection[Any]) -> dict[str, int]:
    names = [name for (name,) in owner.execute(backups.TABLES)]
    return {name: _one(owner, f'SELECT count(*) FROM "{name}"') for name in names}  # noqa: S608


def _one(owner: psycopg.Connection[Any], question: str) -> int:
    (found,) = owner.execute(question).fetchone() or (0,)
    return int(found)


def _line(mail: str, begins: str) -> str:
    """Of its Message-ID, for one: the same whenever the same mail is sent again."""
    found = [line for line in mail.splitlines() if line.lower().startswith(begins)]
    return found[0] if found else ""
