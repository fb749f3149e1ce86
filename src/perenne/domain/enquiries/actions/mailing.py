"""The mails of a message: one thread, and no personal value in a subject."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse

from perenne.domain.enquiries.models import Enquiry, Reply
from perenne.domain.enquiries.queries.cards import reference_of
from perenne.domain.enquiries.queries.links import follow_address
from perenne.domain.enquiries.states import DRAFT, HELD, EnquiryKind
from perenne.domain.organisations.models import Kind, Organisation, Seat
from perenne.kit.mails.kinds import MailKind, declare
from perenne.kit.mails.sending import Message, send, send_each
from perenne.rules.french import typeset

RECEIVED = declare("enquiries.received", "Accusé de réception d’un message")
WAITING = declare("enquiries.waiting", "Un message vous attend")
HANDED = declare("enquiries.handed", "Votre message change de main")
REPLIED = declare("enquiries.replied", "Réponse à votre message")
RECEIPT = (
    "Votre message est bien arrivé. Son numéro : {reference}. {who} vous répondra par courriel.",
    "Pour le relire, voir où il en est, ou l’effacer et retirer votre accord : {follow}",
    "Vous aviez écrit :",
)
NEWS = (
    "Un message vous attend dans Pérenne : {kind}, numéro {reference}.",
    "Pour le lire et y répondre : {desk}",
)
HANDOVER = (
    "Votre message {reference} est passé à {who}, mieux placé pour vous répondre. Vous n’avez rien "
    "à faire.",
    "Pour voir où il en est : {follow}",
)


def send_receipt(enquiry_id: int, *, now: datetime) -> None:
    row = _sent(enquiry_id)
    if row and row.email:
        told = _told(RECEIPT, row)
        send(_letter(RECEIVED, row, "Votre message est bien arrivé", told, quoted=True), now=now)


def send_news(enquiry_id: int, *, now: datetime) -> None:
    """To the body that is to answer; to its administrators when it gave no address."""
    row = _sent(enquiry_id)
    if row is None:
        return
    body, subject = _body("Bonjour,", *_told(NEWS, row)), _subject(row, "Un message vous attend")
    message = Message(WAITING, f"enquiry/{row.pk}", "", subject, body)
    send_each(message.to_each(addresses_of(row.recipient)), now=now)


def send_handover(enquiry_id: int, *, now: datetime) -> None:
    row = _sent(enquiry_id)
    if row and row.email:
        send(_letter(HANDED, row, "Votre message change de main", _told(HANDOVER, row)), now=now)


def send_reply(reply_id: int, *, now: datetime) -> None:
    """What the desk wrote, word for word; to answer it is to write to the body."""
    found = Reply.objects.filter(pk=reply_id, to_sender=True)
    reply = found.select_related("enquiry__recipient", "author_body").first()
    if reply is None or not reply.enquiry.email:
        return
    row = reply.enquiry
    signed = reply.author_body.name if reply.author_body else settings.COMMITTEE
    online = f"Ce fil, en ligne : {follow_address(row.pk)}"
    said = [reply.body, signed, online]
    letter = _letter(REPLIED, row, "Réponse à votre message", said, quoted=True, reply_id=reply.pk)
    send(letter, now=now)


def addresses_of(body: Organisation | None) -> list[str]:
    """Of nobody known: the coordination’s."""
    if body is None:
        body = Organisation.objects.filter(kind=Kind.COORDINATION).order_by("pk").first()
    if body is None:
        return []
    if body.email:
        return [body.email]
    seats = Seat.objects.filter(organisation=body, is_admin=True, person__is_active=True)
    return list(seats.order_by("pk").values_list("person__email", flat=True))


def _sent(enquiry_id: int) -> Enquiry | None:
    """As it stands when the mail leaves: not what was withdrawn, nor what is held."""
    rows = Enquiry.objects.filter(pk=enquiry_id).exclude(state__in=[DRAFT, HELD])
    return rows.select_related("recipient").first()


def _words(row: Enquiry) -> dict[str, str]:
    return {
        "reference": reference_of(row),
        "who": row.recipient.name if row.recipient else "La coordination",
        "kind": EnquiryKind(row.kind).label.lower(),
        "follow": follow_address(row.pk),
        "desk": settings.ADDRESS + reverse("contact:show", args=[row.pk]),
    }


def _subject(row: Enquiry, words: str) -> str:
    return f"[{reference_of(row)}] {words}"


def _told(paragraphs: tuple[str, ...], row: Enquiry) -> list[str]:
    return [typeset(paragraph).format(**_words(row)) for paragraph in paragraphs]


def _letter(
    kind: MailKind,
    row: Enquiry,
    subject: str,
    said: list[str],
    *,
    quoted: bool = False,
    reply_id: int = 0,
) -> Message:
    """In the thread of the message: the receipt begins it, whatever follows refers to it."""
    first, headers = _message_id(row, 0), {}
    if kind is not HANDED:
        headers["Message-ID"] = _message_id(row, reply_id)
    if kind is not RECEIVED:
        headers |= {"In-Reply-To": first, "References": first}
    kept = "\n".join(f"> {line}" for line in row.message.splitlines()) if quoted else ""
    return Message(
        kind,
        f"enquiry/{row.pk}/{reply_id or row.recipient_id}",
        row.email,
        _subject(row, subject),
        _body("Bonjour,", *said, kept),
        reply_to=next(iter(addresses_of(row.recipient)), ""),
        headers=headers,
        by_hand=kind is REPLIED,
    )


def _message_id(row: Enquiry, number: int) -> str:
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(" >") or "localhost"
    return f"<{reference_of(row)}.{number}@{host}>"


def _body(*said: str) -> str:
    signed = f"Pérenne, la plateforme du {settings.COMMITTEE}"
    return "\n\n".join([*filter(None, said), signed]) + "\n"
