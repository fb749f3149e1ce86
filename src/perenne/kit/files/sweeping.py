"""Each night: every row has its bytes, unchanged; every object in the storage has its row."""

from __future__ import annotations

import logging
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.db import transaction

from perenne.kit.actors import HOUSE
from perenne.kit.files.models import StoredFile, new_place
from perenne.kit.files.sealing import Damaged, active_key
from perenne.kit.files.storing import drop, fetch, lying_in, put, written_at
from perenne.kit.journal.writing import record
from perenne.kit.tenancy import current_committee
from perenne.kit.tenancy.models import Committee

log = logging.getLogger(__name__)
RESPITE = timedelta(hours=24)
"""An object without a row may be that of an act that is not committed yet."""


@dataclass(slots=True)
class Report:
    files: int = 0
    damaged: int = 0
    resealed: int = 0
    objects: int = 0
    without_row: int = 0
    deleted: int = 0


def sweep(*, now: datetime) -> Report:
    """Of the committee that is worked for; what was seen is a line of the journal."""
    report = Report()
    for row in StoredFile.objects.exclude(place="").iterator(chunk_size=200):
        report.files += 1
        look_at(row, report)
    delete_strays(now, report)
    record("file.sweep", Committee.objects.get(pk=current_committee()), by=HOUSE, **asdict(report))
    return report


def look_at(row: StoredFile, report: Report) -> None:
    try:
        content = fetch(row)
    except Damaged as damage:
        if StoredFile.objects.filter(pk=row.pk, place=row.place).exists():
            report.damaged += 1
            log.error("file %s is damaged: %s", row.pk, damage)
        return
    if row.sealed_with != active_key():
        report.resealed += reseal(row, content)


def reseal(row: StoredFile, content: bytes) -> int:
    """In a new place under the key of today; whoever reads the old place meanwhile finds it."""
    old, row.place, row.sealed_with = row.place, new_place(), active_key()
    put(content, row)
    moved = StoredFile.objects.filter(pk=row.pk, place=old).update(
        place=row.place, sealed_with=row.sealed_with
    )
    gone = old if moved else row.place
    transaction.on_commit(lambda: drop(gone))
    return moved


def delete_strays(now: datetime, report: Report) -> None:
    known = set(StoredFile.objects.exclude(place="").values_list("place", flat=True))
    for place in lying_in(current_committee()):
        report.objects += 1
        if place in known:
            continue
        report.without_row += 1
        if written_at(place) < now - RESPITE:
            drop(place)
            report.deleted += 1
