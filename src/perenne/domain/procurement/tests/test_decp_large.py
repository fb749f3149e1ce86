"""Twenty thousand contracts in one file: bounded in time and in memory, figures printed."""

import json
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.db import connection

from perenne.domain.organisations.factories import new_actor
from perenne.domain.procurement.actions.decp_applying import apply_decp
from perenne.domain.procurement.actions.decp_receiving import read_decp
from perenne.domain.procurement.models import Contract, DecpRecord
from perenne.kit.actors import Role
from perenne.kit.decp.tests.makers import BUYER, OTHER, change, contract

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)
MANY, OURS = 4_000, 100
SECONDS, MEGABYTES = 120, 60
PAGE = 4_096


def megabytes_held() -> float:
    """By this process."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE / 1e6


def pieces_of(many: int, ours: int, held: list[float]) -> Iterator[bytes]:
    """Written as it is read: the file is never whole anywhere. `held`: memory as it goes."""
    yield b'{"marches":{"marche":['
    for number in range(many):
        if number % 500 == 0:
            held.append(megabytes_held())
        who = BUYER if number < ours else OTHER
        place = "77284" if number % 4 == 0 else "13055"
        one = contract(
            id=f"n{number}",
            acheteur={"id": who},
            lieuExecution={"code": place, "typeCode": "Code commune"},
            dureeMois="NC" if number % 100 == 7 else 24,
            modifications=[change()],
        )
        yield (b"," if number else b"") + json.dumps(one).encode()
    yield b"]}}"


def test_thousands_of_contracts_are_imported_in_bounded_time_and_memory():
    coordination = new_actor(Role.COORDINATION)
    new_actor(Role.BUYER, siret=BUYER)
    size = sum(map(len, pieces_of(MANY, OURS, [])))
    held: list[float] = []
    began = time.monotonic()
    asked: list[str] = []

    def counted(execute, sql, *others):
        asked.append(sql[:20])
        return execute(sql, *others)

    with connection.execute_wrapper(counted):
        file_id = read_decp(
            pieces_of(MANY, OURS, held), name="x.json", by=coordination, today=TODAY
        )
    read_in = time.monotonic() - began
    grown = max(held) - held[0]
    began = time.monotonic()
    done = apply_decp(file_id=file_id, by=coordination, today=TODAY)
    applied_in = time.monotonic() - began
    print(
        f"{MANY} contracts, {size / 1e6:.1f} MB: read in {read_in:.1f} s ({len(asked)} queries), "
        f"{grown:.0f} MB more held; {done['created']} of ours made in {applied_in:.1f} s"
    )
    assert DecpRecord.objects.filter(file_id=file_id).count() == MANY
    assert Contract.objects.count() == done["created"] == OURS - OURS // 100
    assert read_in + applied_in < SECONDS
    assert grown < MEGABYTES
    assert len(asked) < 2 * MANY / 500 + 20
