"""Keep a file, find it again, forget it."""

from __future__ import annotations

import logging
from hashlib import sha256
from uuid import UUID

from django.db import transaction
from django.db.models.functions import Now

from perenne.kit.files.models import StoredFile
from perenne.kit.files.naming import fit
from perenne.kit.files.receiving import CONDEMNED_SINCE, Received, receive
from perenne.kit.files.sealing import Damaged, active_key
from perenne.kit.files.states import FileState
from perenne.kit.files.storing import StorageDown, drop, fetch, put
from perenne.kit.files.uses import Use
from perenne.kit.refusals import NotFound, Refused

log = logging.getLogger(__name__)
DAMAGED = (
    "Ce fichier a été abîmé dans notre stockage et n’est plus remis. Nous sommes prévenus : "
    "demandez-le à qui l’a envoyé, ou renvoyez-le."
)


def keep(content: bytes, name: str, use: Use) -> StoredFile:
    """Look at a file, and keep it. Refused, in French, when this use does not accept it."""
    return store(receive(content, name, use))


def store(received: Received) -> StoredFile:
    """Keep what was received; the name it came with is a label only."""
    content = received.content
    row = StoredFile(
        name=fit(received.name),
        use=received.use,
        kind=received.kind,
        size=len(content),
        sha256=sha256(content).hexdigest(),
        sealed_with=active_key(),
        state=received.state,
        engine=received.engine,
        verdict=received.verdict,
        scanned_at=Now() if received.engine else None,
    )
    put(content, row)
    row.save()
    return row


def content_of(file_id: UUID) -> bytes:
    """The bytes, as they were kept, for the house itself to read (decision 0013)."""
    return row_and_bytes(file_id)[1]


def row_and_bytes(file_id: UUID) -> tuple[StoredFile, bytes]:
    """NotFound when it is forgotten; Refused when its bytes are no longer those that were kept."""
    row = _row(file_id)
    try:
        return row, fetch(row)
    except Damaged as damage:
        again = _row(file_id)
        if again.place != row.place:  # put in another place meanwhile
            return again, fetch(again)
        log.error("file %s is damaged: %s", file_id, damage)
        raise Refused(DAMAGED) from damage


def _row(file_id: UUID) -> StoredFile:
    row = StoredFile.objects.filter(pk=file_id).first()
    if row is None:
        raise NotFound(file_id)
    if row.state == FileState.INFECTED:
        raise Refused(CONDEMNED_SINCE.format(threat=row.verdict))
    return row


def forget(file_id: UUID) -> None:
    """Delete the row now, and the bytes once the transaction is committed."""
    places = list(StoredFile.objects.filter(pk=file_id).values_list("place", flat=True))
    StoredFile.objects.filter(pk=file_id).delete()
    for place in filter(None, places):
        drop_once_committed(place)


def drop_once_committed(place: str) -> None:
    """A storage that does not answer then is not the person's trouble: the night sweeps."""

    def dropped() -> None:
        try:
            drop(place)
        except StorageDown:
            log.warning("%s stays in the storage until it is swept", place)

    transaction.on_commit(dropped)
