"""Eight processes on one world, each with its own connection; then what PostgreSQL says of it."""

from __future__ import annotations

import time
from multiprocessing import get_context
from random import Random

import ledger_locks
from django.conf import settings
from django.db import connection, connections
from ledger_acts import Told, Writer
from ledger_world import NARROW, WIDE, World, new_world

from perenne.domain.hours.tests.ledger import broken
from perenne.kit.tenancy import current_committee, within

__all__ = ["Told", "broken", "narrow_world", "refuse_pool", "wave", "world"]
FORKS = get_context("fork")


def refuse_pool() -> None:
    """A pool has threads, which do not live through a fork."""
    connections.close_all()
    connection.close_pool()
    settings.DATABASES["default"]["OPTIONS"].pop("pool", None)
    connection.settings_dict["OPTIONS"].pop("pool", None)


def world() -> World:
    return new_world(WIDE)


def narrow_world() -> World:
    """Writers meet in it at each act: the races of a lock that is taken away are run."""
    return new_world(NARROW)


def wave(
    on: World,
    writers: int,
    operations: int,
    seconds: float,
    chance: Random,
    removed: str = "",
) -> Told:
    """So many operations in all, of all writers. Without one of the locks, they act at the same
    instants."""
    until = time.monotonic() + seconds
    share = -(-operations // writers)
    code = current_committee()
    jobs = [(on, chance.getrandbits(32), share, until, removed, code) for _ in range(writers)]
    together = FORKS.Barrier(writers) if removed else None
    connections.close_all()
    told = Told()
    with FORKS.Pool(writers, _meet, (together,)) as processes:
        for one in processes.map(_work, jobs, chunksize=1):
            told += one
    return told


def _meet(together: object) -> None:
    global _together  # noqa: PLW0603 - a barrier goes to a process at its birth, or not at all
    _together = together


def _work(job: tuple[World, int, int, float, str, str]) -> Told:
    world, seed, share, until, removed, code = job
    with within(code), ledger_locks.locks_without(removed):
        told = Writer(world, seed).work(share, until, _together)
    connection.close()
    told.locks.update(ledger_locks.SEEN)
    return told
