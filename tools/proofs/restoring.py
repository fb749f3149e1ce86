"""The life of a département, its backups, a mistake, and what comes back."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random

import backups
import ledger_writers as ledger
from django.conf import settings
from django.db import connection
from django.utils.timezone import localdate
from table import row

from perenne.domain.people.actions import open_account
from perenne.domain.rights.actions import erase_person, replay_erasures
from perenne.kit.actors import HOUSE
from perenne.kit.journal.chain import broken as broken_links
from perenne.kit.journal.chain import entries_written
from perenne.kit.postgres import Cluster
from perenne.ops.demo.building import build_demo

WRITERS, LONGEST = 8, 300
POINT = "before_the_mistake"
MARK = "xylographe"
"""A word that only the names of those who are erased say."""
ERASED = 12  # persons: half before the dump, half after it
WIDTHS = (46, 8, 60)
CHANCE = Random(77)  # noqa: S311 - the same acts are drawn each time


def prove(home: Path, operations: int) -> list[str]:
    """Sentences: what was lost, invented, broken or revived."""
    here = settings.CLUSTER
    backups.archive_into(here, home / "archive")
    row(WIDTHS, ("what", "seconds", "found"))
    wanted = lives(here, home, operations)
    makes_a_mistake(here, operations // 4)
    return at_the_point(home, wanted) + from_the_dump(home)


def lives(here: Cluster, home: Path, operations: int) -> dict[str, tuple[int, str]]:
    """Until the point; the print of each table at that instant, when nobody writes."""
    with step("a département, and the hours of eight writers") as found:
        ledger.refuse_pool()
        build_demo(today=localdate(), say=lambda _step: None)
        found.append(hours(operations))
    persons = marked()
    with step("base backup (pg_basebackup)") as found:
        backups.base_backup(here, home / "base")
        found.append(f"{backups.megabytes(home / 'base')} MB")
    erase(persons[: ERASED // 2])
    with step("dump (pg_dump, four jobs)") as found:
        backups.dump(here, home / "dump")
        found.append(f"{backups.megabytes(home / 'dump')} MB; half of the erasures come later")
    erase(persons[ERASED // 2 :])
    with step("more hours, until the point") as found:
        found.append(hours(operations))
    return backups.prints(here)


def makes_a_mistake(here: Cluster, operations: int) -> None:
    with backups.owner_of(here) as owner:
        owner.execute("SELECT pg_create_restore_point(%s)", [POINT])
        owner.execute("UPDATE people_person SET full_name = 'Tout le monde'")
        owner.execute("TRUNCATE files_storedfile CASCADE")
    with step("the mistake, and hours that must not come back") as found:
        found.append(hours(operations))
    backups.wait_for_archive(here)


def at_the_point(home: Path, wanted: dict[str, tuple[int, str]]) -> list[str]:
    with step("restored to the point, on another cluster") as found:
        other = backups.restored(home / "base", home / "archive", home / "other", POINT)
        found.append(f"{sum(count for count, _ in wanted.values())} rows wanted")
    now = backups.prints(other)
    wrong = [
        f"{name} at the point: {wanted.get(name)} wanted, {now.get(name)} found."
        for name in sorted(wanted.keys() | now.keys())
        if wanted.get(name) != now.get(name)
    ]
    with inside(other), step("audit of the ledger and of the journal") as found:
        found.append(f"{entries_written()} entries of the journal, each linked to the one before")
        wrong += audited()
    wrong += [f"{name} still says {MARK}." for name in backups.tables_that_say(other, MARK)]
    other.leave()
    return wrong


def from_the_dump(home: Path) -> list[str]:
    """Those erased after it come back with it, until the erasures are replayed."""
    third = Cluster(home / "third")
    third.enter()
    with step("the dump restored (pg_restore, four jobs)"):
        backups.fill(third, home / "dump")
    revived = backups.tables_that_say(third, MARK)
    wrong = [] if revived else ["nobody came back with the dump: this proves nothing."]
    with inside(third), step("whoever was erased is erased again") as found:
        again = replay_erasures(by=HOUSE, today=localdate())
        found.append(f"{len(again)} persons, in {len(revived)} tables")
        wrong += audited()
    wrong += [f"{name} says {MARK}." for name in backups.tables_that_say(third, MARK)]
    third.leave()
    return wrong


def hours(operations: int) -> str:
    """Acts of eight writers on a new world of the ledger."""
    done = ledger.wave(ledger.world(), WRITERS, operations, LONGEST, CHANCE)
    return f"{done.done.total()} acts done, {done.refused.total()} refused"


def marked() -> list[int]:
    """Accounts whose name and address say the mark."""
    return [
        open_account(
            email=f"{MARK}-{place}@exemple.fr",
            full_name=f"Camille {MARK.capitalize()}",
            password=f"tonneau-granit-{place}-soir",
            is_confirmed=True,
        )
        for place in range(ERASED)
    ]


def erase(persons: Sequence[int]) -> None:
    for person in persons:
        erase_person(person_id=person, by=HOUSE, today=localdate())


def audited() -> list[str]:
    """What is broken in the ledger or in the chain of the journal."""
    return [f"{name}: {len(rows)} rows." for name, rows in ledger.broken().items()] + [
        f"journal: {link}." for link in broken_links([])
    ]


@contextmanager
def inside(cluster: Cluster) -> Iterator[None]:
    """The application talks to this cluster, as the role that owns nothing."""
    usual = connection.settings_dict["HOST"]
    connection.close()
    connection.settings_dict["HOST"] = str(cluster.socket_folder)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["HOST"] = usual


@contextmanager
def step(what: str) -> Iterator[list[str]]:
    """A line of the table: how long it took, and what was appended."""
    found: list[str] = []
    began = time.monotonic()
    yield found
    row(WIDTHS, (what, round(time.monotonic() - began, 1), "; ".join(found)))
