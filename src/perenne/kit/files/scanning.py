"""Files in quarantine, shown to the scanner until it has said what they are."""

from __future__ import annotations

import logging
from collections import Counter
from typing import Any

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now

from perenne.kit.actors import HOUSE
from perenne.kit.files.keeping import drop_once_committed
from perenne.kit.files.models import StoredFile
from perenne.kit.files.sealing import Damaged
from perenne.kit.files.states import FILE_LIFE, FileState
from perenne.kit.files.storing import fetch
from perenne.kit.journal.writing import record
from perenne.kit.scanner import Infected, Scanner, ScannerDown, Unscannable

log = logging.getLogger(__name__)
AT_ONCE = 500
"""Files of a committee in one round: the next round comes in five minutes."""
MOST_ATTEMPTS = 20
"""Of a scanner that answers, and cannot look at this one."""


def scan_waiting(scanner: Scanner | None) -> Counter[str]:
    """How many files went by each act. Where no scanner is left, they go without.

    In no order: one file that brings the scanner down must not keep all others waiting.
    """
    went: Counter[str] = Counter()
    states = [FileState.RECEIVED, FileState.UNSCANNED] if scanner else [FileState.RECEIVED]
    waiting = StoredFile.objects.filter(state__in=states).order_by("?")
    for row in list(waiting[:AT_ONCE]):
        try:
            act = scan(row, scanner) if scanner else settle(row, "file.go_without")
        except ScannerDown as trouble:
            log.warning("the scanner does not answer, files wait: %s", trouble)
            break
        went[act] += 1
    return went


def scan(row: StoredFile, scanner: Scanner) -> str:
    """The act that its verdict led to; empty when there is none, or when it was forgotten."""
    try:
        verdict = scanner.scan(fetch(row))
    except Damaged as damage:
        log.error("file %s is damaged: %s", row.pk, damage)
        return tried_again(row)
    except Unscannable as trouble:
        if trouble.for_good or row.attempts + 1 >= MOST_ATTEMPTS:
            return settle(row, "file.give_up", verdict=str(trouble))
        return tried_again(row)
    if isinstance(verdict, Infected):
        return settle(row, "file.condemn", engine=verdict.engine, verdict=verdict.threat)
    return settle(row, "file.clear", engine=verdict.engine)


def tried_again(row: StoredFile) -> str:
    StoredFile.objects.filter(pk=row.pk, attempts__lt=MOST_ATTEMPTS).update(
        attempts=F("attempts") + 1
    )
    return ""


@transaction.atomic
def settle(row: StoredFile, act: str, *, engine: str = "", verdict: str = "") -> str:
    """Move it, unless somebody did, or forgot it, meanwhile. Infected bytes go at once."""
    sources = FILE_LIFE.sources(act)
    still = StoredFile.objects.select_for_update(no_key=True).filter(pk=row.pk, state__in=sources)
    found = still.first()
    if found is None:
        return ""
    was_served = found.served_at is not None
    found.state = FILE_LIFE.after(act, FileState(found.state))
    found.engine, found.verdict, found.served_at = engine, verdict, None
    found.scanned_at = Now() if engine else None
    if act == "file.condemn":
        drop_once_committed(found.place)
        found.place = ""
    found.save()
    told: dict[str, Any] = {"threat": verdict, "was_served": was_served}
    record(act, found, by=HOUSE, **(told if act == "file.condemn" else {}))
    return act
