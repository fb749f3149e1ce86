"""One embedded cluster: its folder, its socket, its life."""

import fcntl
import os
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from io import TextIOWrapper
from pathlib import Path
from tempfile import gettempdir
from typing import ClassVar
from urllib.parse import quote

import psycopg
from psycopg.conninfo import make_conninfo

from perenne.kit.postgres.programs import NoPostgres, Programs, find_programs

LONGEST_SOCKET_FOLDER = 80  # the kernel allows 107 bytes for the whole path of a socket
PORT = 5432  # names the socket: said everywhere, or the PGPORT of another server would be taken
PATIENCE = 20  # seconds: recovery after a crash, and a killed postmaster not yet reaped


@dataclass
class Cluster:
    """Started by the first who needs it, stopped by the last who leaves it.

    Everyone who uses it holds a shared lock on one file; whoever can turn theirs into an
    exclusive one is the last. Connections go through a socket only: no port is opened.
    """

    home: Path
    chosen_programs: str = ""
    settings: tuple[str, ...] = ()
    database: str = "perenne"
    owner: ClassVar[str] = "perenne"
    application: ClassVar[str] = "perenne_app"
    """Owns nothing, passes by no wall."""
    _presence: TextIOWrapper | None = field(default=None, repr=False)

    @cached_property
    def programs(self) -> Programs:
        return find_programs(self.chosen_programs)

    @property
    def given_away(self) -> bool:
        """Root runs it as nobody, by setpriv: its files must be nobody's."""
        return self.programs.before[:1] == ("setpriv",)

    @property
    def folder(self) -> Path:
        if self.given_away:
            return Path("/var/tmp") / f"perenne-{self._mark}"  # noqa: S108 - private, 0700
        return self.home / f"postgres-{self.programs.version}"

    @property
    def socket_folder(self) -> Path:
        """Beside the data, never inside (a base backup would copy its lock file)."""
        near = self.home / "socket"
        if len(str(near)) < LONGEST_SOCKET_FOLDER and not self.given_away:
            return near
        return Path(gettempdir()) / f"perenne-socket-{self._mark}"

    def url_of(self, role: str) -> str:
        socket = quote(str(self.socket_folder), "")
        return f"postgresql://{role}@/{self.database}?host={socket}&port={PORT}"

    def enter(self) -> bool:
        """Use the cluster, creating and starting it if need be; True if we started it."""
        self.home.mkdir(parents=True, exist_ok=True)
        with (self.home / "starting.lock").open("w") as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)
            self._presence = (self.home / "presence.lock").open("w")
            fcntl.flock(self._presence, fcntl.LOCK_SH)
            try:
                return self._open()
            except BaseException:
                self._go()
                raise

    def leave(self) -> bool:
        """Stop using it; the last one out stops the server. True if that was us."""
        if self._presence is None:
            return False
        with (self.home / "starting.lock").open("w") as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)
            last = _alone(self._presence)
            if last:
                self._stop()
            self._go()
        return last

    def answers(self) -> bool:
        """Whether a real connection works (pg_ctl status calls a zombie alive)."""
        try:
            psycopg.connect(self._door("postgres"), connect_timeout=3).close()
        except psycopg.OperationalError:
            return False
        return True

    @property
    def _mark(self) -> str:
        return sha256(str(self.home.resolve()).encode()).hexdigest()[:12]

    def _door(self, database: str) -> str:
        return make_conninfo(
            host=str(self.socket_folder), port=PORT, user=self.owner, dbname=database
        )

    def _open(self) -> bool:
        started = not self.answers()
        if started:
            self._create()
            self._start()
        self._ensure_database()
        return started

    def _go(self) -> None:
        if self._presence:
            self._presence.close()
            self._presence = None

    def _create(self) -> None:
        self._private(self.socket_folder)
        if (self.folder / "PG_VERSION").exists():
            return
        shutil.rmtree(self.folder, ignore_errors=True)
        self._private(self.folder)
        self.programs.run(
            "initdb", "-D", str(self.folder), "-A", "trust", "-U", self.owner,
            "--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions",
        )  # fmt: skip

    def _private(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        if self.given_away:
            os.chown(folder, 65534, 65534)

    def _start(self) -> None:
        options = ["-k", str(self.socket_folder), "-p", str(PORT), "-c", "listen_addresses="]
        for setting in (f"shared_buffers={_room()}MB", *self.settings):
            options += ["-c", setting]
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self._pg_ctl("start", "-o", " ".join(_quoted(option) for option in options))
            except NoPostgres:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.3)
            if self.answers():
                return

    def _stop(self) -> None:
        """The folder of the socket goes too: it may lie where nobody would look for it."""
        with suppress(NoPostgres):
            self._pg_ctl("stop", "-m", "fast")
        with suppress(OSError):
            self.socket_folder.rmdir()

    def _pg_ctl(self, verb: str, *arguments: str) -> None:
        log = self.folder / "server.log"
        self.programs.run("pg_ctl", verb, "-D", str(self.folder), "-w", "-l", str(log), *arguments)

    def _ensure_database(self) -> None:
        with psycopg.connect(self._door("postgres"), autocommit=True) as server:
            known = server.execute(
                "SELECT 1 FROM pg_database WHERE datname = %s", [self.database]
            ).fetchone()
            if not known:
                server.execute(f'CREATE DATABASE "{self.database}"')
            if not server.execute(
                "SELECT 1 FROM pg_roles WHERE rolname = %s", [self.application]
            ).fetchone():
                server.execute(f'CREATE ROLE "{self.application}" LOGIN NOSUPERUSER NOBYPASSRLS')


def _alone(presence: TextIOWrapper) -> bool:
    try:
        fcntl.flock(presence, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _room() -> int:
    """Megabytes for the pages that it keeps: a sixteenth of the memory, and a gigabyte at most.

    PostgreSQL takes 128 whatever there is; what is not used is not taken from the machine.
    """
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
    return min(max(memory // 16, 128), 1_024)


def _quoted(option: str) -> str:
    return (
        "'" + option.replace("'", "'\\''") + "'"
        if option.strip(" ") != option or " " in option
        else option
    )
