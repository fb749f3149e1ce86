"""The tables are made once for one state of the migrations; every test database is a copy of them.

Django renders all models again for each operation: half a minute that a copy does not take.
Walls and guards rise on the copies as after any migration: only migrations count here.
"""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from django.core.management import call_command
from django.db import connection

import perenne

PREFIX = "perenne_tables_"
SOURCES = Path(perenne.__path__[0])
LOCK = SOURCES.parents[1] / "requirements" / "test.txt"


def migrated_database(home: Path) -> str:
    """The tables, empty. `home`: the folder that the processes of this machine share."""

    def make(name: str) -> None:
        order(f'CREATE DATABASE "{name}"')
        with inside(name):
            call_command("migrate", verbosity=0, interactive=False, run_syncdb=True)

    return made_once(home, PREFIX, print_of_migrations(), make)


def made_once(home: Path, kind: str, edition: str, make: Callable[[str], None]) -> str:
    """The name of a database that is only copied from; made by the first process that asks.

    Under another name until it is whole: a run that is cut leaves nothing that looks ready.
    """
    name, unfinished = f"{kind}{edition}", f"{kind}unfinished"
    with _alone(home / f"{kind}making.lock"):
        known = _databases(kind)
        if name not in known:
            for old in known:
                order(f'DROP DATABASE IF EXISTS "{old}" WITH (FORCE)')
            make(unfinished)
            order(f'ALTER DATABASE "{unfinished}" RENAME TO "{name}"')
    return name


@contextmanager
def inside(database: str) -> Iterator[None]:
    """Every connection opened in the block goes to this database."""
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = database
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual


def order(*orders: str) -> None:
    """To the server, outside of any database of ours."""
    with connection._nodb_cursor() as cursor:
        for one in orders:
            cursor.execute(one)


def _databases(kind: str) -> list[str]:
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [kind])
        return [name for (name,) in cursor.fetchall()]


def print_of_migrations() -> str:
    files = sorted(SOURCES.rglob("migrations/*.py"))
    told = sha256(LOCK.read_bytes())
    for file in files:
        told.update(str(file.relative_to(SOURCES)).encode() + file.read_bytes())
    return told.hexdigest()[:16]


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Tests run in several processes: the others wait for the first."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
