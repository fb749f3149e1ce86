"""A file given out: only in a state in which it may be, only whole, and never without a line."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models.functions import Now

from perenne.kit.actors import Actor
from perenne.kit.files.keeping import row_and_bytes
from perenne.kit.files.models import StoredFile
from perenne.kit.files.naming import named_as
from perenne.kit.files.states import FileState
from perenne.kit.files.uses import Kind
from perenne.kit.journal.writing import record
from perenne.kit.refusals import NotFound, Refused

WAITING = (
    "Ce fichier attend son analyse antivirus : il sera remis dès qu’elle sera faite. "
    "Réessayez dans quelques minutes."
)
UNREADABLE = (
    "L’antivirus n’a pas pu analyser ce fichier : il n’est remis à personne. "
    "Demandez à qui l’a envoyé une version plus simple."
)
WHY_NOT = {FileState.RECEIVED: WAITING, FileState.UNREADABLE: UNREADABLE}


@dataclass(frozen=True, slots=True)
class GivenFile:
    name: str
    media_type: str
    content: bytes


def give(file_id: UUID, *, by: Actor) -> GivenFile:
    """To somebody whom the caller has let in. Refused unless it is whole and may be served."""
    row, content = row_and_bytes(file_id)
    state = FileState(row.state)
    if not state.is_served:
        raise Refused(WHY_NOT[state])
    with transaction.atomic():
        still = StoredFile.objects.filter(pk=file_id, state=state)
        if not still.update(served_at=Now()):
            raise NotFound(file_id)  # forgotten, or condemned, while it was being read
        record("file.serve", row, by=by, state=state.value)
    kind = Kind(row.kind) if row.kind else None
    return GivenFile(
        named_as(row.name, kind.value if kind else ""),
        kind.media_type if kind else "application/octet-stream",
        content,
    )
