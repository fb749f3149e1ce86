"""The tests of the house run for their scenes: on real databases, where what they do is committed.

What a test asserts is no matter here: `Watch` looks at each act that it leads to. Several processes
go round the same scenes, each from a place of its own and on its own database; an act that one of
them has in hand is no matter to the others.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from tempfile import TemporaryFile
from typing import Any

import faults_scenes
import pytest
from claims import FORKS, Claims
from django.conf import settings
from faults_scenes import Scene
from faults_statements import Told, Watch, owner_at

FULL = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"


class Worlds:
    """A plugin of pytest: no test has a transaction around it, and each file begins anew."""

    def __init__(self, scenes: Sequence[Scene], until: float, watch: Watch) -> None:
        self.until = until
        self.names = {scene.node: scene.names for scene in scenes}
        self.watch = watch
        self._path: object = None
        self.ran = 0
        self.failed = 0

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        """Before any test takes an action by its name."""
        every = faults_scenes.every_action()
        watched = [self.watch.over(name, act) for name, act in every.items()]
        faults_scenes.replaced_everywhere([*every.values()], watched)

    @pytest.fixture(scope="session", autouse=True)
    def committed(self, django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
        from django.db import connection  # noqa: PLC0415 - once the settings are made
        from django.test import TestCase  # noqa: PLC0415

        TestCase._enter_atomics = classmethod(lambda _cls: {})
        TestCase._rollback_atomics = classmethod(lambda _cls, _atomics: None)
        with django_db_blocker.unblock():
            told = connection.settings_dict
            with owner_at(told["HOST"], told["NAME"]) as server:
                self.watch.server = server
                self.kept = self._full()
                yield

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> Any:
        """A test that leads to nothing new is not run."""
        if time.monotonic() > self.until:
            item.session.shouldstop = "the time allowed is spent"
            return True
        place = f"{item.path}::{item.nodeid.partition('::')[2].partition('[')[0]}"
        return None if self.names.get(place, frozenset()) & self.left else True

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        if self._path and item.path != self._path:
            self._sweep()
        self._path = item.path

    @property
    def left(self) -> set[str]:
        return {name.partition(".")[2] for name in self.watch.claims.left - self.watch.inside}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.ran += report.when == "call"
        self.failed += report.when == "call" and report.failed

    def _full(self) -> set[str]:
        server = self.watch.server
        names = [name for (name,) in server.execute(FULL).fetchall()]
        question = " UNION ALL ".join(
            f"SELECT '{name}' WHERE EXISTS (SELECT FROM \"{name}\")"  # noqa: S608 - our tables
            for name in names
        )
        return {name for (name,) in server.execute(question).fetchall()}

    def _sweep(self) -> None:
        orders = [f'DELETE FROM "{name}"' for name in sorted(self._full() - self.kept)]  # noqa: S608
        self.watch.server.execute(
            "; ".join([
                "SET session_replication_role = replica", *orders,
                "SET session_replication_role = DEFAULT",
            ])
        )  # fmt: skip


@dataclass(slots=True)
class Seen:
    """By one of the processes, or by all of them."""

    told: dict[str, Told]
    inside: set[str]
    ran: int = 0
    spent: float = 0.0

    def __iadd__(self, other: Seen) -> Seen:
        for name, one in other.told.items():
            self.told.setdefault(name, Told())
            self.told[name] += one
        self.inside |= other.inside
        self.ran += other.ran
        self.spent += other.spent
        return self


def run(scenes: Sequence[Scene], actions: Mapping[str, Any], until: float, hands: int) -> Seen:
    claims, told = Claims(actions), FORKS.SimpleQueue()
    for hand in range(hands):
        first = len(scenes) * hand // hands
        turned = [*scenes[first:], *scenes[:first]]
        FORKS.Process(target=_work, args=(hand, turned, until, claims, told)).start()
    seen = Seen({}, set())
    for _ in range(hands):
        seen += told.get()
    return seen


def _work(hand: int, scenes: Sequence[Scene], until: float, claims: Claims, told) -> None:  # noqa: ANN001 - a queue
    """In a process of its own; what pytest says is read when it could not run."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    worlds = Worlds(scenes, until, Watch(claims))
    try:
        with TemporaryFile() as spool:
            os.dup2(spool.fileno(), 1)
            if _pytest(hand, worlds) > pytest.ExitCode.INTERRUPTED:
                spool.seek(0)
                sys.stderr.write(spool.read().decode()[-3_000:])
    finally:
        watch = worlds.watch
        told.put(Seen(watch.told, watch.inside, worlds.ran, watch.spent))


def _pytest(hand: int, worlds: Worlds) -> int:
    settings.DATABASES["default"]["TEST"]["NAME"] = f"perenne_faults_{hand}"
    _without_transaction()
    return pytest.main(
        ["-q", "-p", "no:randomly", "--no-header", "--tb=no", "-W", "ignore", *worlds.names],
        plugins=[worlds],
    )


def _without_transaction() -> None:
    """What all tests of a file find is committed too."""
    import perenne.kit.testing.standing as module  # noqa: PLC0415

    @pytest.fixture(scope="module")
    def standing(django_db_setup: None, django_db_blocker: Any, standing_files: Any) -> Any:
        return partial(module.written_in, standing_files, django_db_blocker)

    module.standing = standing
