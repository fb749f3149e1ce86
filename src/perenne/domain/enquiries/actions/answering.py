"""The desk answers by mail, hands over, closes; the coordination lets through what was held."""

from datetime import date
from uuid import UUID

from django.db import transaction

from perenne.domain.coverage.queries import bodies
from perenne.domain.enquiries.actions.sending import announce
from perenne.domain.enquiries.models import Enquiry, EnquiryFile, Reply
from perenne.domain.enquiries.policy import ENQUIRIES
from perenne.domain.enquiries.states import ENQUIRY_LIFE, EnquiryState
from perenne.kit.actors import Actor
from perenne.kit.files.giving import GivenFile, give
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.refusals import NotFound, Refused

NO_ADDRESS = (
    "Cette personne n’a pas laissé d’adresse : rien ne peut lui être envoyé. Classez le message "
    "quand il est traité."
)
ALREADY_SENT = (
    "Cette réponse est déjà partie, une seule fois. Pour ajouter quelque chose, changez le texte ; "
    "sinon, vous n’avez rien à faire."
)


@transaction.atomic
def answer_enquiry(*, enquiry_id: int, text: str, by: Actor, today: date) -> int:
    """The id of the reply, which leaves by mail in the thread of the message."""
    row = ENQUIRIES.take("enquiry.answer", by, enquiry_id)
    if not row.email:
        raise Refused(NO_ADDRESS)
    if not text.strip():
        raise Refused("Écrivez la réponse : elle part par courriel.")
    if _is_sent(row, text, by):
        raise Refused(ALREADY_SENT)
    _move(row, "enquiry.answer", today)
    reply = _reply(row, text, by)
    record("enquiry.answer", row, by=by)
    enqueue("enquiries.send_reply", reply_id=reply.pk)
    return reply.pk


@transaction.atomic
def hand_over_enquiry(*, enquiry_id: int, body_id: int, note: str, by: Actor, today: date) -> None:
    """To another body, with a word for it; who wrote is told whom to expect."""
    row = ENQUIRIES.take("enquiry.hand_over", by, enquiry_id)
    if body_id not in {body.id for body in bodies()} - {row.recipient_id}:
        raise Refused("Choisissez à qui passer la main : un autre organisme que celui-ci.")
    _move(row, "enquiry.hand_over", today)
    row.recipient_id = body_id
    row.routing_reason = "Un autre organisme lui a passé la main."
    row.save(update_fields=["recipient", "routing_reason"])
    if note.strip():
        _reply(row, note, by, to_sender=False)
    record("enquiry.hand_over", row, by=by)
    enqueue("enquiries.send_news", enquiry_id=row.pk)
    enqueue("enquiries.send_handover", enquiry_id=row.pk)


@transaction.atomic
def close_enquiry(*, enquiry_id: int, by: Actor, today: date) -> None:
    row = ENQUIRIES.take("enquiry.close", by, enquiry_id)
    _move(row, "enquiry.close", today)
    record("enquiry.close", row, by=by)


@transaction.atomic
def release_enquiry(*, enquiry_id: int, by: Actor, today: date) -> None:
    """It was no machine: it goes its way, as if nothing had held it."""
    row = ENQUIRIES.take("enquiry.release", by, enquiry_id)
    _move(row, "enquiry.release", today)
    record("enquiry.release", row, by=by)
    announce(row.pk)


def give_enquiry_file(*, enquiry_id: int, file_id: UUID, by: Actor) -> GivenFile:
    """NotFound unless the message is theirs to read; Refused when it is not to be served."""
    seen = ENQUIRIES.rows("enquiry.take_file", by).filter(pk=enquiry_id)
    if not EnquiryFile.objects.filter(enquiry__in=seen, file_id=file_id).exists():
        raise NotFound(file_id)
    return give(file_id, by=by)


def _move(row: Enquiry, act: str, today: date) -> None:
    row.state, row.last_on = ENQUIRY_LIFE.after(act, EnquiryState(row.state)), today
    row.save(update_fields=["state", "last_on"])


def _is_sent(row: Enquiry, text: str, by: Actor) -> bool:
    """A button pressed twice, a page sent again: not the same words by the same person anew."""
    same = Reply.objects.filter(enquiry=row, body=text.strip(), to_sender=True)
    return same.filter(author_id=by.person_id, author_body_id=by.organisation_id).exists()


def _reply(row: Enquiry, text: str, by: Actor, *, to_sender: bool = True) -> Reply:
    return Reply.objects.create(
        enquiry=row,
        author_id=by.person_id,
        author_body_id=by.organisation_id,
        body=text.strip(),
        to_sender=to_sender,
    )
