"""Everybody at once on the real server and its worker, for a bounded time; what it took of memory.

The server is the one that `deploy/` starts (granian, as many processes and threads), with the bare
view beside the site (`bare.py`): it is asked like any page, by a browser among the others.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from django.conf import settings
from load_browser import Asked, Browser, Over
from load_journeys import JOURNEYS, Journey, bare
from load_world import Account
from memory import processes_of

from perenne.kit.actors import Role
from perenne.ops.serving import answers, free_port, stop

PROCESSES, THREADS = 2, 4
"""Those of `deploy/systemd/perenne-web.service`."""
WARM = 8.0
"""Seconds that are not counted: whatever is made once is made then."""
SEED = 77
Signed = tuple[Account | None, Browser, Journey]


@dataclass(frozen=True, slots=True)
class Held:
    """Megabytes, what processes share counted once among them (Pss)."""

    server: float
    worker: float
    database: float


@dataclass(slots=True)
class Traffic:
    """`by_page`: what was asked of each, once warm; `samples`: who saw it, and where."""

    seconds: float
    by_page: dict[str, list[Asked]]
    samples: dict[str, tuple[Browser, str, int | None]]
    held: Held
    wrong: list[str] = field(default_factory=list)


@contextmanager
def served() -> Iterator[tuple[int, list[subprocess.Popen[bytes]]]]:
    """The port, then the server and its worker; both are stopped on the way out."""
    port = free_port(18_600)
    server = ("granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port),
              "--workers", str(PROCESSES), "--blocking-threads", str(THREADS),
              "--log-level", "warning", "bare:application")  # fmt: skip
    worker = ("perenne.config", "procrastinate", "worker", "--concurrency", "1")
    started = [_child(server), _child(worker)]
    try:
        if not (answers(port) or answers(port)):  # a machine that is very busy has longer
            raise AssertionError("the server does not answer")
        yield port, started
    finally:
        stop(started)


def _child(arguments: Sequence[str]) -> subprocess.Popen[bytes]:
    """With the second factor asked of everybody whose role sees persons, as in production."""
    path = f"{Path(__file__).parent}:{os.environ['PYTHONPATH']}"
    return subprocess.Popen(  # noqa: S603 - our own programs
        [sys.executable, "-m", *arguments],
        env={**os.environ, "PYTHONPATH": path, "PERENNE_SECOND_FACTOR": "required"},
        start_new_session=True,
    )


def all_at_once(
    accounts: Sequence[Account], visitors: int, lasting: float, think: float
) -> Traffic:
    with served() as (port, started):
        signed = list(_signed(port, accounts, visitors, think))
        began = time.monotonic()
        for _account, browser, _journey in signed:
            browser.told.clear()
            browser.over = began + WARM + lasting
        with ThreadPoolExecutor(len(signed)) as people:
            wrong = [said for said in people.map(_come_and_go, signed) if said]
        held = _held(started)
    found = Traffic(lasting, defaultdict(list), {}, held, wrong)
    for account, browser, _journey in signed:
        here = account.organisation_id if account else None
        for one in browser.told:
            if one.until > began + WARM:
                found.by_page[one.name].append(one)
                found.samples.setdefault(one.name, (browser, one.path, here))
    return found


def _signed(
    port: int, accounts: Sequence[Account], visitors: int, think: float
) -> Iterator[Signed]:
    """Each through the door, one after the other: nobody is limited for having hurried."""
    whom: list[tuple[Account | None, Journey]] = [(one, JOURNEYS[one.role]) for one in accounts]
    whom += [(None, JOURNEYS[Role.VISITOR])] * visitors + [(None, bare)]
    for number, (account, journey) in enumerate(whom):
        chance = Random(SEED + number)  # noqa: S311 - the same each time
        browser = Browser(port, chance, 0.0, time.monotonic() + 600)
        if account is not None:
            browser.sign_in(account)
        browser.think = think
        yield account, browser, journey


def _come_and_go(signed: Signed) -> str:
    """Again and again until time is over; what went wrong with the journey itself."""
    account, browser, journey = signed
    who = account.role.value if account else "visitor"
    with suppress(Over):
        while True:
            before = len(browser.told)
            journey(browser)
            if len(browser.told) == before:
                return f"{who}: a journey that asks for nothing"
    return ""


def _held(started: Sequence[subprocess.Popen[bytes]]) -> Held:
    server, worker = (sum(map(_pss, processes_of(one.pid))) for one in started)
    first = (settings.CLUSTER.folder / "postmaster.pid").read_text().split()[0]
    below = Path(f"/proc/{first}/task/{first}/children").read_text().split()
    return Held(server, worker, sum(_pss(Path(f"/proc/{one}")) for one in (first, *below)))


def _pss(process: Path) -> float:
    """In megabytes; nothing of a process that is gone."""
    with suppress(OSError):
        for line in (process / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1000
    return 0.0
