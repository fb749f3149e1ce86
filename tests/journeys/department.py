"""The demo département at work: a database of its own, a site in front, a worker behind."""

from __future__ import annotations

import os
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
from perenne.kit.testing.tables import inside
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


@contextmanager
def demo_in(database: str, home: Path) -> Iterator[None]:
    """Migrated and built once, in a database that is only copied from."""
    tables = connection.settings_dict["TEST"]["TEMPLATE"]
    administer(
        f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)',
        f'CREATE DATABASE "{database}" TEMPLATE "{tables}"',
    )
    with inside(database), files_in(home):
        with acting_as(OWNER):
            call_command("migrate", verbosity=0, interactive=False)
        with acting_as(APPLICATION), within(settings.COMMITTEES[0]):
            build_demo(today=localdate(), say=lambda _what: None)
    yield
    administer(f'DROP DATABASE "{database}" WITH (FORCE)')


@contextmanager
def department_like(database: str, home: Path) -> Iterator[Department]:
    """A copy, served. What people do there dies with it: nothing else can empty a journal."""
    copy = f"{database}_at_work"
    administer(
        f'DROP DATABASE IF EXISTS "{copy}" WITH (FORCE)',
        f'CREATE DATABASE "{copy}" TEMPLATE "{database}"',
    )
    offered = override_settings(SECOND_FACTOR="offered")  # as the demo has it
    with inside(copy), acting_as(APPLICATION), files_in(home), offered:
        server = LiveServer("127.0.0.1")
        yield Department(server.url, home)
        server.stop()
    administer(f'DROP DATABASE "{copy}" WITH (FORCE)')


@contextmanager
def files_in(home: Path) -> Iterator[None]:
    private = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": home / "files"},
    }
    with override_settings(STORAGES={**settings.STORAGES, "private": private}):
        yield


def administer(*orders: str) -> None:
    with acting_as(OWNER), connection._nodb_cursor() as cursor:
        for order in orders:
            cursor.execute(order)


def address_of_database() -> str:
    known = connection.get_connection_params()
    names = ("dbname", "user", "password", "host", "port")
    return make_conninfo(**{name: known[name] for name in names if known.get(name)})
