"""What waits for facilitators, thing by thing, the oldest first: whose it is, and since when.

A person to verify is counted and told by her pseudonym; her file stays her facilitator’s.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import CharField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce
from django.utils.timezone import localdate

from perenne.domain.assessments.policy import BOARDS
from perenne.domain.enquiries.policy import ENQUIRIES
from perenne.domain.enquiries.queries.cards import waits
from perenne.domain.enquiries.states import EnquiryKind
from perenne.domain.hours.policy import SHEETS
from perenne.domain.hours.queries.sheets import COMPANY
from perenne.domain.hours.states import DECLARED
from perenne.domain.participants.states import ASKED
from perenne.domain.programming.policy import PURCHASES
from perenne.domain.programming.queries.following import still_current
from perenne.domain.programming.states import PurchaseState
from perenne.kit.actors import Actor
from perenne.kit.days import midnight
from perenne.kit.paging import Page, place_of

SIZE = 40
TOLD = ("what", "key", "about", "who", "body", "body_name", "since")


class Kind(StrEnum):
    PURCHASE = "purchase"
    SHEET = "sheet"
    PERSON = "person"
    MESSAGE = "message"

    @property
    def label(self) -> str:
        return {
            Kind.PURCHASE: "Achat à étudier",
            Kind.SHEET: "Heures à valider",
            Kind.PERSON: "Personne à vérifier",
            Kind.MESSAGE: "Message à lire",
        }[self]

    @property
    def address(self) -> str:
        return {
            Kind.PURCHASE: "programming:study",
            Kind.SHEET: "hours:sheet",
            Kind.PERSON: "participants:show",
            Kind.MESSAGE: "contact:show",
        }[self]


@dataclass(frozen=True, slots=True)
class Pending:
    """`body`, `since`: the columns that say for whom these rows wait, and since when."""

    kind: Kind
    rows: "QuerySet[Any, Any]"
    body: str
    since: str

    @property
    def dated(self) -> "QuerySet[Any, Any]":
        """Each with `since`, `body` and `body_name`."""
        found: QuerySet[Any, Any] = self.rows.order_by().annotate(
            since=F(self.since),
            body=F(f"{self.body}_id"),
            body_name=Coalesce(F(f"{self.body}__name"), Value("")),
        )
        return found


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """`body_id`: for whom it waits, None for the coordination; `days`: since it came."""

    kind: Kind
    key: int
    about: str
    who: str
    body_id: int | None
    body: str
    since: date
    days: int


def waiting_lines(
    *, seen_by: Actor, on: date, older: int = 0, body_id: int | None = None, page: int = 1
) -> Page[WaitingLine]:
    """`older`: for that many days at least. Two queries, however many tables and rows."""
    pending = [_only(one, on, older, body_id) for one in pending_of(seen_by)]
    # Counted before words are joined to them: of a large département there are ten thousands.
    total = _together([one.rows.order_by().values_list("pk") for one in pending]).count()
    number, size = place_of(page, size=SIZE, total=total)
    last = number * size
    # Of each table no more than the page can show: the others are put in no order with these.
    first = _together(
        [_told(one).order_by("since", "key").values_list(*TOLD)[:last] for one in pending]
    ).order_by("since", "what", "key")[last - size : last]
    return Page([_line(row, on) for row in first], number, size, total)


def pending_of(actor: Actor) -> Iterator[Pending]:
    """What this actor may see of it."""
    purchases = PURCHASES.rows("purchase.follow", actor).filter(
        still_current(), state=PurchaseState.RECEIVED, facilitator__isnull=False
    )
    yield Pending(Kind.PURCHASE, purchases, "facilitator", "programme__received_at")
    sheets = SHEETS.rows("sheet.view", actor).filter(state=DECLARED)
    yield Pending(Kind.SHEET, sheets, "facilitator", "declared_at")
    files = BOARDS.rows("board.view", actor).filter(state=ASKED)
    yield Pending(Kind.PERSON, files, "facilitator", "asked_at")
    messages = ENQUIRIES.rows("enquiry.view", actor).filter(waits())
    yield Pending(Kind.MESSAGE, messages, "recipient", "received_at")


def _only(one: Pending, on: date, older: int, body_id: int | None) -> Pending:
    rows = one.rows
    if older:
        rows = rows.filter(**{f"{one.since}__lt": midnight(on - timedelta(older - 1))})
    if body_id is not None:
        rows = rows.filter(**{one.body: body_id})
    return replace(one, rows=rows)


def _together(sources: "list[QuerySet[Any, Any]]") -> "QuerySet[Any, Any]":
    one, *others = sources
    return one.union(*others, all=True)


def _told(one: Pending) -> "QuerySet[Any, Any]":
    words: dict[Kind, tuple[str, Any]] = {
        Kind.PURCHASE: ("object", Coalesce(F("programme__buyer__name"), Value(""))),
        Kind.SHEET: ("commitment__contract__object", COMPANY),
        Kind.PERSON: ("participant__code", Coalesce(F("asked_by__name"), Value(""))),
        Kind.MESSAGE: ("kind", F("organisation")),
    }
    about, who = words[one.kind]
    found: QuerySet[Any, Any] = one.dated.annotate(
        what=Value(one.kind.value, output_field=CharField()),
        key=F("pk"),
        about=Cast(F(about), TextField()),
        who=Cast(who, TextField()),
    )
    return found


def _line(row: tuple[str, int, str, str, int | None, str, datetime], on: date) -> WaitingLine:
    what, key, about, who, body_id, body, since = row
    kind, day = Kind(what), localdate(since)
    if kind is Kind.MESSAGE:
        about = EnquiryKind(about).label
    return WaitingLine(kind, key, about, who, body_id, body, day, max(0, (on - day).days))
