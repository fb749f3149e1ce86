"""Enquiries as they are read: the draft by its owner, the rest by the desks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from perenne.domain.coverage.queries import BodyCard, bodies
from perenne.domain.enquiries.models import Enquiry, EnquiryFile
from perenne.domain.enquiries.policy import ENQUIRIES
from perenne.domain.enquiries.queries.links import behind
from perenne.domain.enquiries.states import HELD, WAITING, EnquiryKind, EnquiryState
from perenne.kit.actors import Actor
from perenne.kit.days import midnight
from perenne.kit.files.states import FileState
from perenne.kit.paging import Page, page_of
from perenne.kit.refusals import NotFound
from perenne.values import Euros

ACTS = ("answer", "hand_over", "close", "release")


class View(StrEnum):
    """Which of them a list shows."""

    WAITING = "attente"
    ALL = "tous"


@dataclass(frozen=True, slots=True)
class FileCard:
    id: UUID
    name: str
    state: FileState


@dataclass(frozen=True, slots=True)
class DraftCard:
    """`id` None: nothing is kept yet."""

    id: int | None = None
    typed: Mapping[str, str] = field(default_factory=dict)
    files: tuple[FileCard, ...] = ()


@dataclass(frozen=True, slots=True)
class EnquiryRow:
    id: int
    reference: str
    kind: EnquiryKind
    state: EnquiryState
    about: str
    who: str
    recipient: str
    received_at: datetime

    @property
    def is_waiting(self) -> bool:
        return self.state in WAITING or self.state is HELD


@dataclass(frozen=True, slots=True)
class ReplyCard:
    author: str
    body_name: str
    text: str
    to_sender: bool
    written_at: datetime


@dataclass(frozen=True, slots=True)
class EnquiryCard:
    row: EnquiryRow
    full_name: str
    email: str
    phone: str
    organisation: str
    message: str
    buyer: str
    amount: Euros | None
    launch_on: date | None
    closes_on: date | None
    page: str
    commune: str
    routing_reason: str
    suspicion: str
    files: tuple[FileCard, ...]
    replies: tuple[ReplyCard, ...]
    may: Mapping[str, bool] = field(default_factory=dict)


def reference_of(row: Enquiry) -> str:
    """« C2026-00042 »: said on the telephone, found in the list."""
    return f"C{(row.received_at or row.started_on).year}-{row.pk:05}"


def draft_of(kind: EnquiryKind, *, by: Actor) -> DraftCard:
    row = ENQUIRIES.rows("enquiry.edit", by).filter(kind=kind).order_by("-pk").first()
    return DraftCard(row.pk, row.typed, _files_of(row)) if row else DraftCard()


def enquiries_of(*, seen_by: Actor, view: View = View.WAITING, page: int = 1) -> Page[EnquiryRow]:
    """Those that wait first come first; all of them, the newest first."""
    rows = ENQUIRIES.rows("enquiry.view", seen_by).select_related("recipient")
    if view is View.WAITING:
        rows = rows.filter(waits()).order_by("received_at", "pk")
    else:
        rows = rows.order_by("-received_at", "-pk")
    return page_of(rows, page, size=25, card_of=_row)


def waiting_rows(actor: Actor) -> QuerySet[Enquiry, Enquiry]:
    """Those that somebody of this desk is to read: its own, and for the coordination those held."""
    rows = ENQUIRIES.rows("enquiry.view", actor).filter(waits())
    own = Q(recipient_id=actor.organisation_id) | Q(state=HELD) | Q(recipient=None)
    return rows.filter(own)


def waiting_for(actor: Actor) -> int:
    """How many they are."""
    return waiting_rows(actor).count()


def enquiry_card(enquiry_id: int, *, seen_by: Actor) -> EnquiryCard:
    rows = ENQUIRIES.rows("enquiry.view", seen_by).filter(pk=enquiry_id)
    may = {act: ENQUIRIES.allows(f"enquiry.{act}", seen_by, enquiry_id) for act in ACTS}
    return _card(rows.select_related("recipient", "commune").first(), may)


def followed(key: str, *, by: Actor) -> EnquiryCard:
    """By whoever holds its key: what it says, and the answers, without the words between bodies."""
    rows = ENQUIRIES.rows("enquiry.follow", by).filter(pk=behind(key))
    return _card(rows.select_related("recipient", "commune").first(), {})


def bodies_to_hand_to(enquiry_id: int, *, seen_by: Actor) -> tuple[BodyCard, ...]:
    held = ENQUIRIES.rows("enquiry.hand_over", seen_by).filter(pk=enquiry_id)
    now = held.values_list("recipient_id", flat=True).first()
    return tuple(body for body in bodies() if body.id != now)


def waits() -> Q:
    return Q(state__in=[*WAITING, HELD])


def _row(row: Enquiry) -> EnquiryRow:
    return EnquiryRow(
        id=row.pk,
        reference=reference_of(row),
        kind=EnquiryKind(row.kind),
        state=EnquiryState(row.state),
        about=row.object or row.message[:80],
        who=row.organisation or row.full_name or row.email,
        recipient=row.recipient.name if row.recipient else "",
        received_at=row.received_at or midnight(row.started_on),
    )


def _card(row: Enquiry | None, may: Mapping[str, bool]) -> EnquiryCard:
    if row is None:
        raise NotFound("enquiry")
    replies = row.replies.select_related("author", "author_body")
    return EnquiryCard(
        row=_row(row),
        full_name=row.full_name,
        email=row.email,
        phone=row.phone,
        organisation=row.organisation,
        message=row.message,
        buyer=row.buyer,
        amount=None if row.amount_cents is None else Euros(row.amount_cents),
        launch_on=row.launch_on,
        closes_on=row.closes_on,
        page=row.page,
        commune=row.commune.name if row.commune else "",
        routing_reason=row.routing_reason,
        suspicion=row.suspicion,
        files=_files_of(row),
        replies=tuple(
            ReplyCard(
                author=reply.author.full_name if reply.author else "",
                body_name=reply.author_body.name if reply.author_body else "",
                text=reply.body,
                to_sender=reply.to_sender,
                written_at=reply.written_at,
            )
            for reply in replies
        ),
        may=may,
    )


def _files_of(row: Enquiry) -> tuple[FileCard, ...]:
    held = EnquiryFile.objects.filter(enquiry=row).select_related("file")
    return tuple(FileCard(one.file_id, one.file.name, FileState(one.file.state)) for one in held)
