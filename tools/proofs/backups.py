"""A cluster that archives what it writes, its backups, and clusters made from them."""

from __future__ import annotations

import time
from pathlib import Path

import psycopg

from perenne.kit.postgres import Cluster

PATIENCE = 120  # seconds for the archiver and for the recovery
TABLES = """SELECT relname FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1"""
PRINT = """SELECT count(*), md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), ''))
    FROM "{}" t"""
SAYS = """SELECT true FROM "{}" t WHERE strpos(lower(t::text), %s) > 0 LIMIT 1"""


def owner_of(cluster: Cluster) -> psycopg.Connection:
    """Whoever made the cluster sees every row, past the walls."""
    return psycopg.connect(cluster.url_of(cluster.owner), autocommit=True)


def archive_into(cluster: Cluster, folder: Path) -> None:
    """From now on each segment of the write-ahead log is copied there, at most five s late."""
    folder.mkdir()
    cluster.leave()
    with (cluster.folder / "postgresql.auto.conf").open("a") as settings:
        settings.write(
            "archive_mode = on\narchive_timeout = 5\n"
            f"archive_command = 'test ! -f {folder}/%f && cp %p {folder}/%f'\n"
        )
    cluster.enter()


def wait_for_archive(cluster: Cluster) -> None:
    """What was written until now has left."""
    with owner_of(cluster) as owner:
        wanted = _one(owner, "SELECT pg_walfile_name(pg_switch_wal())")
        deadline = time.monotonic() + PATIENCE
        while (_one(owner, "SELECT last_archived_wal FROM pg_stat_archiver") or "") < wanted:
            if time.monotonic() > deadline:
                raise TimeoutError(f"{wanted} is not archived")
            time.sleep(0.2)


def base_backup(cluster: Cluster, to: Path) -> None:
    cluster.programs.run(
        "pg_basebackup", "-D", str(to), *_door(cluster), "--checkpoint=fast", "--wal-method=none"
    )


def restored(base: Path, archive: Path, home: Path, point: str) -> Cluster:
    """Another cluster, entered: the base backup, played on until the point named."""
    other = Cluster(home)
    home.mkdir()
    base.rename(other.folder)
    with (other.folder / "postgresql.auto.conf").open("a") as settings:
        settings.write(
            f"archive_mode = off\nrestore_command = 'cp {archive}/%f %p'\n"
            f"recovery_target_name = '{point}'\nrecovery_target_action = 'promote'\n"
        )
    (other.folder / "recovery.signal").touch()
    other.enter()
    deadline = time.monotonic() + PATIENCE
    with owner_of(other) as owner:
        while _one(owner, "SELECT pg_is_in_recovery()"):
            if time.monotonic() > deadline:
                raise TimeoutError("the other cluster still recovers")
            time.sleep(0.1)
    return other


def dump(cluster: Cluster, to: Path) -> None:
    cluster.programs.run(
        "pg_dump", *_door(cluster), "-Fd", "-j", "4", "-f", str(to), cluster.database
    )


def fill(cluster: Cluster, dumped: Path) -> None:
    cluster.programs.run(
        "pg_restore", *_door(cluster), "-d", cluster.database, "-j", "4", "--exit-on-error",
        str(dumped),
    )  # fmt: skip


def prints(cluster: Cluster) -> dict[str, tuple[int, str]]:
    """Of each table: how many rows, and one number made of all of them, in whatever order."""
    with owner_of(cluster) as owner:
        names = [name for (name,) in owner.execute(TABLES)]
        found = {name: owner.execute(PRINT.format(name)).fetchone() for name in names}
    return {name: (count, digest) for name, (count, digest) in found.items()}


def tables_that_say(cluster: Cluster, mark: str) -> list[str]:
    with owner_of(cluster) as owner:
        names = [name for (name,) in owner.execute(TABLES)]
        return [n for n in names if owner.execute(SAYS.format(n), [mark]).fetchone()]


def megabytes(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*")) // 2**20


def _door(cluster: Cluster) -> tuple[str, ...]:
    return "-h", str(cluster.socket_folder), "-p", "5432", "-U", cluster.owner


def _one(owner: psycopg.Connection, question: str) -> object:
    found = owner.execute(question).fetchone()
    return found[0] if found else None
