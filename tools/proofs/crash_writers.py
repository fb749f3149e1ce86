"""Eight writers on the ledger; PostgreSQL dies under them, and their acts are looked for."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import backups
import ledger_writers as ledger
import psycopg
from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection, connections
from ledger_acts import ACTS, WEIGHTS, Writer
from ledger_world import World
from table import row

from perenne.kit.journal.chain import broken as broken_links
from perenne.kit.journal.correlation import correlated
from perenne.kit.postgres import Cluster
from perenne.kit.refusals import Refused
from perenne.kit.tenancy import current_committee, within

WRITERS = 8
WIDTHS = (8, 10, 10, 12, 10, 10)
FORKS = get_context("fork")


class Told(Writer):
    """Each act bears a number; once it is done, the number goes to a file, before anything else."""

    def __init__(self, world: World, place: str, acks: int) -> None:
        super().__init__(world, hash(place))
        self.place, self.acks, self.number = place, acks, 0

    def go_on(self) -> None:
        """Until the database is gone."""
        weights = list(WEIGHTS.values())
        while True:
            (name,) = self.chance.choices(list(WEIGHTS), weights)
            act, choose = ACTS[name]
            try:
                said = choose(self)
                if said is not None:
                    self._once(act, said)
            except Refused:
                continue
            except (DatabaseError, InterfaceError):
                if not _answers():
                    return
                connection.close()

    def _once(self, act: Any, said: dict[str, Any]) -> None:
        self.number += 1
        mark = f"crash {self.place}-{self.number}"
        os.write(self.acks, f"tried {mark}\n".encode())
        with correlated(mark):
            act(**said)
        os.write(self.acks, f"done {mark}\n".encode())


def prove(home: Path, kills: int, each: int) -> list[str]:
    """Sentences: what was said to be done and is not there; what is there by half."""
    ledger.refuse_pool()
    cluster: Cluster = settings.CLUSTER
    world, wrong = ledger.world(), list[str]()
    row(WIDTHS, ("kill", "told done", "lost", "untold", "back in s", "broken"))
    for number in range(1, kills + 1):
        acks = home / f"acts-{number}"
        acks.touch()
        writers = _writers(world, number, acks)
        time.sleep(each)
        kill(cluster)
        for writer in writers:
            writer.join(30)
            writer.kill()
        began = time.monotonic()
        cluster.leave()
        cluster.enter()
        back = time.monotonic() - began
        wrong += _looked_for(number, acks, back)
    return wrong


def kill(cluster: Cluster) -> None:
    """The first process and all those that it started, at once: no goodbye, no checkpoint."""
    first = int((cluster.folder / "postmaster.pid").read_text().split()[0])
    started = Path(f"/proc/{first}/task/{first}/children").read_text().split()
    for one in (first, *map(int, started)):
        with suppress(ProcessLookupError):
            os.kill(one, signal.SIGKILL)


def _writers(world: World, number: int, acks: Path) -> list[Any]:
    connections.close_all()
    code = current_committee()
    told = [(world, f"{number}-{place}", acks, code) for place in range(WRITERS)]
    writers = [FORKS.Process(target=_write, args=one, daemon=True) for one in told]
    for writer in writers:
        writer.start()
    return writers


def _write(world: World, place: str, acks: Path, code: str) -> None:
    """Each line reaches the disk before the next act."""
    file = os.open(acks, os.O_WRONLY | os.O_APPEND | os.O_SYNC)
    with within(code):
        Told(world, place, file).go_on()
    os._exit(0)


def _looked_for(number: int, acks: Path, back: float) -> list[str]:
    lines = [line.split(maxsplit=1) for line in acks.read_text().splitlines()]
    done = {mark for verb, mark in lines if verb == "done"}
    tried = {mark for verb, mark in lines if verb == "tried"}
    with backups.owner_of(settings.CLUSTER) as owner:
        found = owner.execute(
            "SELECT DISTINCT correlation FROM journal_entry WHERE correlation LIKE %s",
            [f"crash {number}-%"],
        )
        there = {mark for (mark,) in found}
    lost, untold = done - there, there - done
    broken = [f"{name}: {len(rows)} rows" for name, rows in ledger.broken().items()]
    broken += [f"journal: {link}" for link in broken_links([])]
    row(WIDTHS, (number, len(done), len(lost), len(untold), round(back, 1), len(broken)))
    wrong = [f"kill {number}: “{mark}” was told done and is lost." for mark in sorted(lost)]
    wrong += [f"kill {number}: “{mark}” was never tried." for mark in sorted(there - tried)]
    if not done:
        wrong.append(f"kill {number}: nobody had written: this proves nothing.")
    return wrong + [f"kill {number}: {one}." for one in broken]


def _answers() -> bool:
    try:
        psycopg.connect(settings.CLUSTER.url_of(settings.CLUSTER.owner), connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True
