"""A draft is kept as it is typed, with the files already received."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from perenne.domain.enquiries.models import MOST_FILES, Enquiry, EnquiryFile
from perenne.domain.enquiries.policy import ENQUIRIES
from perenne.domain.enquiries.states import DRAFT, EnquiryKind
from perenne.kit.actors import Actor
from perenne.kit.files.keeping import forget, store
from perenne.kit.files.receiving import receive
from perenne.kit.files.uses import Use
from perenne.kit.journal.changes import remember
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused

LONGEST_TYPED = 50_000
TOO_MANY_FILES = (
    f"Vous avez déjà joint {MOST_FILES} fichiers, le plus possible : retirez-en un pour joindre "
    "celui-ci."
)


@dataclass(frozen=True, slots=True)
class SentFile:
    content: bytes
    name: str
    declared: str = ""
    """The type that the browser gave: told when it lies, never believed."""


@transaction.atomic
def keep_draft(*, kind: EnquiryKind, typed: Mapping[str, str], by: Actor, today: date) -> int:
    """Right or wrong, whatever was typed; the draft that is there is written over."""
    row = draft_to_write(kind, by, today)
    row.typed = {name: _storable(said) for name, said in typed.items()}
    row.last_on = today
    row.save(update_fields=["typed", "last_on"])
    return row.pk


def attach_file(*, draft_id: int, file: SentFile, by: Actor, today: date) -> UUID:
    """Looked at outside of any transaction; Refused, in French, when it is not to be kept."""
    received = receive(file.content, file.name, Use.DOCUMENT, file.declared)
    with transaction.atomic():
        row = ENQUIRIES.take("enquiry.edit", by, draft_id)
        taken = set(row.files.values_list("position", flat=True))
        free = next((n for n in range(1, MOST_FILES + 1) if n not in taken), None)
        if free is None:
            raise Refused(TOO_MANY_FILES)
        stored = store(received)
        EnquiryFile.objects.create(enquiry=row, file=stored, position=free)
        row.last_on = today
        row.save(update_fields=["last_on"])
        record("enquiry.edit", row, by=by, joined=1)
    return stored.pk


@transaction.atomic
def detach_file(*, draft_id: int, file_id: UUID, by: Actor) -> None:
    row = ENQUIRIES.take("enquiry.edit", by, draft_id)
    gone, _ = EnquiryFile.objects.filter(enquiry=row, file_id=file_id).delete()
    if gone:
        forget(file_id)
        record("enquiry.edit", row, by=by, joined=-1)


def draft_to_write(kind: EnquiryKind, by: Actor, today: date) -> Enquiry:
    """The draft of this kind, locked; made when there is none. Two at once make one."""
    ENQUIRIES.admit("enquiry.write", by)
    found = _draft_there(kind, by)
    if found:
        return found
    owner = {"person_id": by.person_id} if by.person_id else {"visitor_key": by.visitor_key}
    try:
        with transaction.atomic():
            row = Enquiry.objects.create(kind=kind, started_on=today, last_on=today, **owner)
    except IntegrityError as twin:  # another page of the same session was first
        again = _draft_there(kind, by)
        if again is None:
            raise Refused("Ce message est en cours d’envoi : attendez un instant.") from twin
        return again
    record("enquiry.write", row, by=by, kind=kind.value)
    return row


def _draft_there(kind: EnquiryKind, by: Actor) -> Enquiry | None:
    rows = ENQUIRIES.rows("enquiry.edit", by).filter(kind=kind, state=DRAFT).order_by("-pk")
    row = rows.select_for_update(of=("self",), no_key=True).first()
    if row:
        remember(row)
    return row


def _storable(said: str) -> str:
    """PostgreSQL keeps no NUL and no half of a character; nor does a draft keep a whole book."""
    text = said[:LONGEST_TYPED].replace("\0", "")
    return text.encode(errors="replace").decode()
