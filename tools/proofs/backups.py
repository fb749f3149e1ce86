"""A cluster that archives its journal of writes, base backups of it, and clusters made from them."""

from __future__ import annotations

from pathlib import Path

import psycopg
from psycopg.rows import tuple_row

from perenne.kit.postgres import Cluster

COUNTED = """SELECT format('SELECT %%L, count(*), md5(coalesce(string_agg(md5(t::text), '''' ORDER BY
    md5(t::text)), '''')) FROM %%I t', c.relname, c.relname)
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1"""
WORDS = """SELECT format('SELECT %%L FROM %%I t WHERE t::text LIKE %%L LIMIT 1',
    c.relname, c.relname, %s::text)
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'"""


def owner_of(cluster: Cluster) -> psycopg.Connection:
    """Whoever made the cluster sees every row, past the walls."""
    return psycopg.connect(cluster.url_of(cluster.owner), autocommit=True, row_factory=tuple_row)


def archive_into(cluster: Cluster, folder: Path) -> None:
    """From now on each segment of the journal of writes is copied there, at most five s late."""
    folder.mkdir()
    cluster.leave()
    with (cluster.folder / "postgresql.auto.conf").open("a") as settings:
        settings.write(
            "archive_mode = on\narchive_timeout = 5\n"
            f"archive_command = 'test ! -f {folder}/%f && cp %p {folder}/%f'\n"
        )
    cluster.enter()


def base_backup(cluster: Cluster, to: Path) -> None:
    cluster.programs.run(
        "pg_basebackup", "-D", str(to), "-h", str(cluster.socket_folder), "-p", "5432",
        "-U", cluster.owner, "--checkpoint=fast", "--wal-method=none",
    )  # fmt: skip


def restored(base: Path, archive: Path, home: Path, point: str) -> Cluster:
    """Another cluster, entered: the base backup, played on until the point named."""
    other = Cluster(home)
    home.mkdir()
    base.rename(other.folder)
    with (other.folder / "postgresql.auto.conf").open("a") as settings:
        settings.write(
            "archive_mode = off\n"
            f"restore_command = 'cp {archive}/%f %p'\n"
            f"recovery_target_name = '{point}'\nrecovery_target_action = 'promote'\n"
        )
    (other.folder / "recovery.signal").touch()
    other.enter()
    return other


def prints(cluster: Cluster) -> dict[str, tuple[int, str]]:
    """Of each table: how many rows, and one number made of all of them, in whatever order."""
    with owner_of(cluster) as owner:
        questions = [question for (question,) in owner.execute(COUNTED.replace("%%", "%"))]
        answers = [owner.execute(question).fetchone() for question in questions]
    return {name: (count, digest) for name, count, digest in filter(None, answers)}


def tables_that_say(cluster: Cluster, mark: str) -> list[str]:
    with owner_of(cluster) as owner:
        questions = [question for (question,) in owner.execute(WORDS, [f"%{mark}%"])]
        return [name for question in questions for (name,) in owner.execute(question).fetchall()]
