"""A backup restored to a point in time, then a dump: the same rows, and nobody erased comes back."""

import argparse
import os
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

from bound import bound
from empty_house import empty_house
from table import conclude, row

PROMISE = (
    "what was committed before the point is there to the row, what came after is not, the ledger "
    "and the journal hold, and whoever was erased is erased again before anybody is let in."
)
POINT = "before_the_mistake"
MARK = "xylographe"
WIDTHS = (46, 10, 60)
ERASED = 12  # persons: half before the dump, half after it
PATIENCE = 120  # seconds for the archiver and for the recovery


def main() -> int:
    asked = arguments()
    bound(asked.seconds)
    with empty_house() as home:
        from backups import archive_into  # noqa: PLC0415 - needs the apps
        from django.conf import settings  # noqa: PLC0415

        archive_into(settings.CLUSTER, home / "archive")
        return conclude(PROMISE, prove(home, asked.operations))


def prove(home: Path, operations: int) -> list[str]:
    """Sentences: what was lost, invented, broken or revived."""
    import backups  # noqa: PLC0415 - needs the apps
    from django.conf import settings  # noqa: PLC0415
    from restored_world import (  # noqa: PLC0415
        at,
        audited,
        erase,
        erased_again,
        lives_on,
        persons_marked,
    )

    here = settings.CLUSTER
    chance = Random(77)  # noqa: S311 - the same acts are drawn each time
    row(WIDTHS, ("what", "seconds", "found"))
    with told("a département, and the hours of eight writers") as line:
        line.append(lives_on(operations, chance, demo=True))
    persons = persons_marked(ERASED, MARK)
    with told("base backup, under way"):
        backups.base_backup(here, home / "base")
    erase(persons[: ERASED // 2])
    with told("dump (pg_dump, four jobs)") as line:
        here.programs.run(*dumping(here, home / "dump"))
        line.append(f"{megabytes(home / 'dump')} MB; before half of the erasures")
    erase(persons[ERASED // 2 :])
    with told("more hours, until the point") as line:
        line.append(lives_on(operations, chance))
    wanted = backups.prints(here)
    with backups.owner_of(here) as owner:
        owner.execute("SELECT pg_create_restore_point(%s)", [POINT])
        owner.execute("UPDATE people_person SET full_name = 'Tout le monde'")
        owner.execute("TRUNCATE files_storedfile CASCADE")
    with told("the mistake, then hours that must not come back") as line:
        line.append(lives_on(operations // 4, chance))
    archived(here)
    with told("restored to the point, on another cluster") as line:
        other = backups.restored(home / "base", home / "archive", home / "other", POINT)
        promoted(other)
        line.append(f"{sum(count for count, _ in wanted.values())} rows wanted")
    found = differing(wanted, backups.prints(other), "at the point")
    with at(other), told("audit of the ledger and of the journal") as line:
        found += audited(line)
    found += [f"{name} still says {MARK}." for name in backups.tables_that_say(other, MARK)]
    other.leave()
    return found + from_the_dump(home, erased_again)


def from_the_dump(home: Path, erased_again: Any) -> list[str]:
    """Those who were erased after it come back with it, until the erasures are replayed."""
    import backups  # noqa: PLC0415 - needs the apps
    from restored_world import at, audited  # noqa: PLC0415

    from perenne.kit.postgres import Cluster  # noqa: PLC0415

    third = Cluster(home / "third")
    third.enter()
    with told("the dump restored (pg_restore, four jobs)"):
        third.programs.run(
            "pg_restore", "-h", str(third.socket_folder), "-p", "5432", "-U", third.owner,
            "-d", third.database, "-j", "4", "--exit-on-error", str(home / "dump"),
        )  # fmt: skip
    revived = backups.tables_that_say(third, MARK)
    found = [] if revived else ["nobody came back with the dump: this proves nothing."]
    with at(third), told("whoever was erased is erased again") as line:
        line.append(f"{erased_again()} persons, revived in {len(revived)} tables")
        found += audited([])
    found += [f"{name} says {MARK} after the dump." for name in backups.tables_that_say(third, MARK)]
    third.leave()
    return found


class told:  # noqa: N801 - reads as a word of the proof
    """Times what is inside, and says what it appended to its list."""

    def __init__(self, what: str) -> None:
        self.what, self.found, self.began = what, list[str](), 0.0

    def __enter__(self) -> list[str]:
        self.began = time.monotonic()
        return self.found

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            row(WIDTHS, (self.what, round(time.monotonic() - self.began, 1), "; ".join(self.found)))


def differing(
    wanted: dict[str, tuple[int, str]], found: dict[str, tuple[int, str]], when: str
) -> list[str]:
    names = sorted(wanted.keys() | found.keys())
    return [
        f"{name} {when}: {wanted.get(name)} wanted, {found.get(name)} found."
        for name in names
        if wanted.get(name) != found.get(name)
    ]


def dumping(cluster: Any, to: Path) -> list[str]:
    return [
        "pg_dump", "-h", str(cluster.socket_folder), "-p", "5432", "-U", cluster.owner,
        "-Fd", "-j", "4", "-f", str(to), cluster.database,
    ]  # fmt: skip


def archived(cluster: Any) -> None:
    """The segment that holds the point has left."""
    import backups  # noqa: PLC0415 - needs the apps

    with backups.owner_of(cluster) as owner:
        owner.execute("SELECT pg_switch_wal()")
        (now,) = owner.execute("SELECT pg_walfile_name(pg_current_wal_lsn())").fetchone() or ("",)
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            (last,) = owner.execute("SELECT last_archived_wal FROM pg_stat_archiver").fetchone() or (
                "",
            )
            if last and last >= before(now):
                return
            time.sleep(0.3)
    raise TimeoutError("nothing is archived")


def before(segment: str) -> str:
    """The name of the segment that precedes."""
    number = int(segment[8:16], 16) * 256 + int(segment[16:], 16) - 1
    return f"{segment[:8]}{number // 256:08X}{number % 256:08X}"


def promoted(cluster: Any) -> None:
    import backups  # noqa: PLC0415 - needs the apps

    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with backups.owner_of(cluster) as owner:
            if owner.execute("SELECT pg_is_in_recovery()").fetchone() == (False,):
                return
        time.sleep(0.2)
    raise TimeoutError("the other cluster still recovers")


def megabytes(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*")) // 2**20


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run prove restore", description=__doc__)
    parser.add_argument("--operations", type=int, default=4_000, help="on the ledger, each time")
    parser.add_argument("--seconds", type=int, default=900, help="for the whole, at most")
    return parser.parse_args()


if __name__ == "__main__":
    os.umask(0o022)
    sys.exit(main())
