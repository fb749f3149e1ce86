"""A primary and two standbys that stream from it, behind pgbouncer, on sockets of one machine."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import backups
import psycopg
from crash_writers import kill

from perenne.kit.postgres import Cluster

STANDBYS = ("replica_1", "replica_2")
SYNCHRONOUS = f"ANY 1 ({', '.join(STANDBYS)})"
"""An act is told done once one of them has it on its disk."""
PORT = 6432
PATIENCE = 60
NEAR = 65_536
"""Bytes of the log that a standby may lack and be said to follow."""
TROUBLE = (psycopg.OperationalError, OSError)


@dataclass
class Servers:
    """`primary` is who writes now; `standbys` by the name under which they stream."""

    home: Path
    primary: Cluster
    standbys: dict[str, Cluster] = field(default_factory=dict)

    def begin(self) -> None:
        with backups.owner_of(self.primary) as owner:
            owner.execute("ALTER SYSTEM SET wal_keep_size = '512MB'")
            owner.execute("ALTER SYSTEM SET hot_standby_feedback = on")
            owner.execute("SELECT pg_reload_conf()")
        for name in STANDBYS:
            self.standbys[name] = self._copied(name)
        with backups.owner_of(self.primary) as owner:
            owner.execute(f"ALTER SYSTEM SET synchronous_standby_names = '{SYNCHRONOUS}'")
            owner.execute("SELECT pg_reload_conf()")
            until(lambda: _one(owner, "SELECT count(*) FROM pg_stat_replication") == len(STANDBYS))

    def leave(self) -> None:
        for cluster in (*self.standbys.values(), self.primary):
            with suppress(*TROUBLE):
                cluster.leave()

    def kill(self, name: str) -> None:
        kill(self.standbys[name])

    def start(self, name: str) -> None:
        self.standbys[name].leave()
        self.standbys[name].enter()

    def pause(self, name: str, *, replaying: bool) -> None:
        verb = "resume" if replaying else "pause"
        with backups.owner_of(self.standbys[name]) as owner:
            owner.execute(f"SELECT pg_wal_replay_{verb}()")

    def promote_the_furthest(self) -> str:
        """The other one then streams from it."""
        far = {name: _received(cluster) for name, cluster in self.standbys.items()}
        chosen = max(far, key=lambda name: far[name])
        self.primary.leave()
        self.primary = self.standbys.pop(chosen)
        with backups.owner_of(self.primary) as owner:
            owner.execute("SELECT pg_promote(true, 30)")
        for name, cluster in self.standbys.items():
            with backups.owner_of(cluster) as owner:
                owner.execute(f"ALTER SYSTEM SET primary_conninfo = '{self._told(name)}'")
                owner.execute("SELECT pg_reload_conf()")
        return chosen

    def behind(self) -> dict[str, int]:
        """Bytes of the log that each standby has not replayed yet."""
        with suppress(*TROUBLE), backups.owner_of(self.primary) as owner:
            return dict(
                owner.execute(
                    "SELECT application_name,"
                    " pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn)::int"
                    " FROM pg_stat_replication WHERE replay_lsn IS NOT NULL"
                ).fetchall()
            )
        return {}

    def _copied(self, name: str) -> Cluster:
        other = Cluster(self.home / name)
        other.home.mkdir()
        self.primary.programs.run(
            "pg_basebackup", "-D", str(other.folder), "-h", str(self.primary.socket_folder),
            "-p", "5432", "-U", self.primary.owner, "--checkpoint=fast", "--wal-method=stream",
        )  # fmt: skip
        (other.folder / "standby.signal").touch()
        with (other.folder / "postgresql.auto.conf").open("a") as settings:
            settings.write(f"primary_conninfo = '{self._told(name)}'\n")
        other.enter()
        return other

    def _told(self, name: str) -> str:
        return (
            f"host={self.primary.socket_folder} port=5432 user={self.primary.owner} "
            f"application_name={name}"
        )


@dataclass
class Bouncer:
    """pgbouncer in session mode; `databases`: which server each of its names leads to."""

    program: Path
    folder: Path
    databases: Mapping[str, Cluster]

    @contextmanager
    def running(self) -> Iterator[Bouncer]:
        any_of = next(iter(self.databases.values()))
        self.folder.mkdir(mode=0o700)
        (self.folder / "users").write_text(f'"{Cluster.application}" ""\n')
        self._write()
        if any_of.given_away:
            for place in (self.folder, *self.folder.iterdir()):
                os.chown(place, 65534, 65534)
        child = subprocess.Popen(  # noqa: S603 - our own program
            [*any_of.programs.before, str(self.program), "-q", str(self.folder / "ini")],
            start_new_session=True,
        )
        self.child = child
        try:
            until((self.folder / f".s.PGSQL.{PORT}").exists)
            yield self
        finally:
            with suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()

    def lead(self, databases: Mapping[str, Cluster]) -> None:
        """From now on the names lead there: its file is read again, as an operator would ask."""
        self.databases = databases
        self._write()
        self.child.send_signal(signal.SIGHUP)

    def url_of(self, name: str) -> str:
        socket = quote(str(self.folder), "")
        return f"postgresql://{Cluster.application}@/{name}?host={socket}&port={PORT}"

    def _write(self) -> None:
        lines = [
            f"{name} = host={cluster.socket_folder} port=5432 dbname={cluster.database}"
            for name, cluster in self.databases.items()
        ]
        (self.folder / "ini").write_text(
            "[databases]\n" + "\n".join(lines) + "\n[pgbouncer]\n"
            f"listen_port = {PORT}\nunix_socket_dir = {self.folder}\n"
            f"auth_type = trust\nauth_file = {self.folder / 'users'}\n"
            "pool_mode = session\nserver_reset_query = DISCARD ALL\nmax_client_conn = 400\n"
            "default_pool_size = 80\nserver_connect_timeout = 2\nserver_login_retry = 1\n"
            "query_wait_timeout = 5\nlog_connections = 0\nlog_disconnections = 0\n"
        )


def until(true: object, patience: float = PATIENCE) -> float:
    """Seconds that it took to become so; TimeoutError past patience."""
    began = time.monotonic()
    while True:
        with suppress(*TROUBLE):
            if true():  # type: ignore[operator]  # a question without arguments
                return time.monotonic() - began
        if time.monotonic() - began > patience:
            raise TimeoutError("what was waited for did not come")
        time.sleep(0.1)


def streams(cluster: Cluster, name: str, near: int = NEAR) -> bool:
    with backups.owner_of(cluster) as owner:
        return bool(
            owner.execute(
                "SELECT true FROM pg_stat_replication WHERE application_name = %s"
                " AND state = 'streaming' AND replay_lsn >= pg_current_wal_lsn() - %s::numeric",
                [name, near],
            ).fetchone()
        )


def _received(cluster: Cluster) -> int:
    with backups.owner_of(cluster) as owner:
        place = "greatest(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn())"
        return int(str(_one(owner, f"SELECT {place} - '0/0'::pg_lsn")))


def _one(owner: psycopg.Connection, question: str) -> object:
    found = owner.execute(question).fetchone()
    return found[0] if found else None
