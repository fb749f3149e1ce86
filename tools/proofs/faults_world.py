"""The tests of the house run for their scenes: on a real database, where what they do is committed.

What a test asserts is no matter here: `Watch` looks at each act that it leads to.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import Any

import faults_scenes
import pytest
from faults_scenes import Scene
from faults_statements import Watch, owner_at

FULL = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"


class Worlds:
    """A plugin of pytest: no test has a transaction around it, and each file begins anew."""

    def __init__(self, scenes: Sequence[Scene], until: float) -> None:
        self.until = until
        self.names = {scene.node: scene.names for scene in scenes}
        self.watch = Watch()
        self.actions: dict[str, Any] = {}
        self._path: object = None
        self.ran = 0
        self.failed = 0

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        """Before any test takes an action by its name."""
        self.actions = faults_scenes.every_action()
        for name, act in self.actions.items():
            faults_scenes.replaced_everywhere(act, self.watch.over(name, act))

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
        watch = self.watch
        done = watch.inside | {name for name, told in watch.told.items() if told.is_done}
        return {name.partition(".")[2] for name in self.actions if name not in done}

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


def run(scenes: Sequence[Scene], until: float) -> Worlds:
    worlds = Worlds(scenes, until)
    nodes = [scene.node for scene in scenes]
    _without_transaction()
    pytest.main(
        ["-q", "-p", "no:randomly", "--no-header", "--tb=no", "-W", "ignore", *nodes],
        plugins=[worlds],
    )
    return worlds


def _without_transaction() -> None:
    """What all tests of a file find is committed too."""
    import perenne.kit.testing.standing as module  # noqa: PLC0415

    @pytest.fixture(scope="module")
    def standing(django_db_setup: None, django_db_blocker: Any) -> Any:
        return django_db_blocker.unblock

    module.standing = standing
