"""Life before a restore, and what is asked of the tables after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from random import Random

import ledger_writers as ledger
from django.conf import settings
from django.db import connection
from django.utils.timezone import localdate

from perenne.domain.people.actions import open_account
from perenne.domain.rights.actions import erase_person, replay_erasures
from perenne.kit.actors import HOUSE
from perenne.kit.journal.chain import broken as broken_links
from perenne.kit.journal.chain import entries_written
from perenne.kit.postgres import Cluster
from perenne.ops.demo.building import build_demo

WRITERS, LONGEST = 8, 300


def lives_on(operations: int, chance: Random, *, demo: bool = False) -> str:
    """Acts of eight writers, after the demo département when it is asked for."""
    ledger.refuse_pool()
    if demo:
        build_demo(today=localdate(), say=lambda _step: None)
    done = ledger.wave(ledger.world(), WRITERS, operations, LONGEST, chance)
    return f"{done.done.total()} acts done, {done.refused.total()} refused"


def persons_marked(number: int, mark: str) -> list[int]:
    """Accounts whose name and address say the mark."""
    return [
        open_account(
            email=f"{mark}-{place}@exemple.fr",
            full_name=f"{mark.capitalize()} {mark} {place}",
            password=f"tonneau-{mark}-granit-{place}",
            phone="01 64 00 00 00",
            is_confirmed=True,
        )
        for place in range(number)
    ]


def erase(persons: Sequence[int]) -> None:
    for person in persons:
        erase_person(person_id=person, by=HOUSE, today=localdate())


def erased_again() -> int:
    return len(replay_erasures(by=HOUSE, today=localdate()))


@contextmanager
def at(cluster: Cluster) -> Iterator[None]:
    """The application talks to this cluster, as the role that owns nothing."""
    usual = connection.settings_dict["HOST"]
    connection.close()
    connection.settings_dict["HOST"] = str(cluster.socket_folder)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["HOST"] = usual


def audited(line: list[str]) -> list[str]:
    """What is broken in the ledger or in the chain of the journal."""
    links = broken_links([])
    ledgers = ledger.broken()
    line.append(f"{entries_written()} entries of the journal, {len(settings.COMMITTEES)} chain")
    return [f"{name}: {len(rows)} rows." for name, rows in ledgers.items()] + [
        f"journal: {link}." for link in links
    ]
