"""Workers killed while each kind of job is under way; then one is left in peace."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import backups
import psycopg
from aiosmtpd.controller import Controller
from django.conf import settings
from django.utils.timezone import localdate
from table import row

from perenne.ops.demo.building import build_demo
from perenne.ops.serving import free_port

WIDTHS = (34, 8, 10, 10)
DOING = "SELECT task_name FROM procrastinate_jobs WHERE status = 'doing'"
LEFT = "SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')"
ENDED = """SELECT task_name, count(*) FILTER (WHERE status = 'succeeded'),
    count(*) FILTER (WHERE status <> 'succeeded') FROM procrastinate_jobs GROUP BY 1 ORDER BY 1"""
HUNTING = 240  # seconds, at most, in which each kind of job is caught once
PEACE = 300  # seconds, at most, for the last worker to end all of them


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
        counted = Counter((to, _number(mail)) for to, mail in self.mails)
        return sum(times - 1 for times in counted.values())


def prove(home: Path) -> list[str]:
    """Sentences: kinds never caught, jobs that did not end, mails that came twice."""
    build_demo(today=localdate(), say=lambda _step: None)
    box = Box()
    port = free_port(2525)
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    try:
        killed = _hunted(port)
        _in_peace(port)
    finally:
        server.stop()
    wrong, caught = [], set(killed)
    print(flush=True)
    row(WIDTHS, ("job", "killed", "succeeded", "not"))
    with backups.owner_of(settings.CLUSTER) as owner:
        for name, succeeded, others in owner.execute(ENDED).fetchall():
            row(WIDTHS, (name, killed[name], succeeded, others))
            if others:
                wrong.append(f"{others} jobs {name} did not succeed.")
    if box.doubles:
        wrong.append(f"{box.doubles} mails came twice.")
    print(f"\n{len(box.mails)} mails came, {box.doubles} twice; {len(caught)} kinds caught")
    return wrong


def _hunted(port: int) -> Counter[str]:
    """A worker is killed at the first kind of job under way that was not caught yet."""
    killed: Counter[str] = Counter()
    until = time.monotonic() + HUNTING
    with backups.owner_of(settings.CLUSTER) as owner:
        while time.monotonic() < until and _count(owner):
            with _worker(port) as worker:
                _kill_in_a_new_kind(owner, worker, killed, until)
    return killed


def _kill_in_a_new_kind(
    owner: psycopg.Connection, worker: subprocess.Popen[bytes], killed: Counter[str], until: float
) -> None:
    while time.monotonic() < until and worker.poll() is None:
        new = [name for (name,) in owner.execute(DOING).fetchall() if not killed[name]]
        if new:
            os.killpg(worker.pid, signal.SIGKILL)
            killed[new[0]] += 1
            return
        if not _count(owner):
            return


def _in_peace(port: int) -> None:
    until = time.monotonic() + PEACE
    with backups.owner_of(settings.CLUSTER) as owner, _worker(port):
        while time.monotonic() < until and _count(owner):
            time.sleep(1)


def _count(owner: psycopg.Connection) -> int:
    (left,) = owner.execute(LEFT).fetchone() or (0,)
    return int(left)


@contextmanager
def _worker(port: int) -> Any:
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


def _number(mail: str) -> str:
    """Its Message-ID: the same whenever the same mail is sent again."""
    lines = [line for line in mail.splitlines() if line.lower().startswith("message-id:")]
    return lines[0] if lines else mail
