"""The demo département at work: a database of its own, a site in front, a worker behind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test.utils import override_settings
from django.utils.timezone import localdate
from psycopg.conninfo import make_conninfo
from pytest_django.live_server_helper import LiveServer

from perenne.kit.tenancy import within
from perenne.kit.testing.roles import APPLICATION, OWNER, acting_as
from perenne.kit.testing.tables import inside, made_once, order
from perenne.ops.demo.building import build_demo

WORKER = (sys.executable, "-m", "perenne.config", "procrastinate", "worker")
PATIENCE = 20  # seconds that the worker has to leave


@dataclass(frozen=True, slots=True)
class Department:
    address: str
    home: Path
    """Where the files received are kept, for the site and for the worker."""

    @contextmanager
    def worker(self) -> Iterator[None]:
        """The real one, in a process of its own, for as long as the block lasts."""
        places = {"DATABASE_URL": address_of_database(), "PERENNE_HOME": str(self.home)}
        child = subprocess.Popen(
            WORKER,
            env={**os.environ, **places},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield
        finally:
            child.terminate()
            child.wait(PATIENCE)


def demo_made_once(run: str, home: Path) -> str:
    """The name of a database that holds the demo, built by the first process of this run.

    `home`: where its files are kept.
    """
    tables = connection.settings_dict["TEST"]["TEMPLATE"]

    def make(name: str) -> None:
        order(f'CREATE DATABASE "{name}" TEMPLATE "{tables}"')
        shutil.rmtree(home, ignore_errors=True)
        with inside(name), files_in(home):
            with acting_as(OWNER):
                call_command("migrate", verbosity=0, interactive=False)
            with acting_as(APPLICATION), within(settings.COMMITTEES[0]):
                build_demo(today=localdate(), say=lambda _what: None)

    with acting_as(OWNER):
        return made_once(home.parent, "journeys_", run, make)


@contextmanager
def department_like(database: str, files: Path, home: Path) -> Iterator[Department]:
    """A copy, served. What people do there dies with it: nothing else can empty a journal."""
    copy = f"{database}_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    drop = f'DROP DATABASE IF EXISTS "{copy}" WITH (FORCE)'
    with acting_as(OWNER):
        order(drop, f'CREATE DATABASE "{copy}" TEMPLATE "{database}"')
    shutil.copytree(files, home, dirs_exist_ok=True)
    offered = override_settings(SECOND_FACTOR="offered")  # as the demo has it
    with inside(copy), acting_as(APPLICATION), files_in(home), offered:
        server = LiveServer("127.0.0.1")
        yield Department(server.url, home)
        server.stop()
    with acting_as(OWNER):
        order(drop)


@contextmanager
def files_in(home: Path) -> Iterator[None]:
    private = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": home / "files"},
    }
    with override_settings(STORAGES={**settings.STORAGES, "private": private}):
        yield


def address_of_database() -> str:
    known = connection.get_connection_params()
    names = ("dbname", "user", "password", "host", "port")
    return make_conninfo(**{name: known[name] for name in names if known.get(name)})
