"""A file of published contracts is read, every contract is given its fate; nothing else changes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from itertools import islice
from typing import Any

from django.db import transaction

from perenne.domain.procurement.models import DecpFile, DecpRecord
from perenne.domain.procurement.policy import DECP_FILES
from perenne.domain.procurement.queries.decp_sorting import Sorter
from perenne.domain.procurement.queries.decp_territory import territory_of
from perenne.kit.actors import Actor
from perenne.kit.decp import read
from perenne.kit.files.keeping import store
from perenne.kit.files.models import StoredFile
from perenne.kit.files.naming import fit
from perenne.kit.files.receiving import receive
from perenne.kit.files.uses import Use
from perenne.kit.journal.writing import record

AT_ONCE = 500
"""Contracts in memory at one time."""


@dataclass(frozen=True, slots=True)
class SentDecp:
    content: bytes
    name: str
    declared: str = ""


@dataclass(slots=True)
class Weighed:
    """Pieces that go by are counted, and their print is taken."""

    pieces: Iterable[bytes]
    size: int = 0
    seal: Any = field(default_factory=sha256)

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            self.size += len(piece)
            self.seal.update(piece)
            yield piece


def receive_decp(sent: SentDecp, *, by: Actor, today: date) -> int:
    """Look at a file sent to the site, keep it, read it. Refused, in French, when it cannot be."""
    DECP_FILES.admit("decp.receive", by)
    received = receive(sent.content, sent.name, Use.DECP, sent.declared)
    with transaction.atomic():
        kept = store(received)
        return read_decp([sent.content], name=sent.name, by=by, today=today, kept=kept)


@transaction.atomic
def read_decp(
    pieces: Iterable[bytes],
    *,
    name: str,
    by: Actor,
    today: date,
    kept: StoredFile | None = None,
) -> int:
    """The id of the file; as many records as it has contracts. Memory: some hundreds of them."""
    DECP_FILES.admit("decp.receive", by)
    weighed = Weighed(pieces)
    reading = read(weighed)
    row = DecpFile.objects.create(
        name=fit(name),
        organisation_id=by.organisation_id,
        file=kept,
        sha256="0" * 64,
        size=0,
        contracts=0,
        read_on=today,
    )
    sorter = Sorter(territory_of(by))
    while together := list(islice(reading.records, AT_ONCE)):
        rows = list(sorter.rows_of(together, row.pk))
        DecpRecord.objects.bulk_create(rows)
        row.contracts += len(rows)
    row.sha256, row.size = weighed.seal.hexdigest(), weighed.size
    row.notes = reading.told.notes
    row.save()
    record("decp.receive", row, by=by, contracts=row.contracts)
    return row.pk
