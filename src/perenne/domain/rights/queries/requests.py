"""Requests: those of a person, and the desk that answers them with its counters."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from perenne.domain.rights.models import DataRequest, Limitation
from perenne.domain.rights.policy import REQUESTS
from perenne.domain.rights.queries.links import FOLLOW, behind
from perenne.domain.rights.states import OPEN, RequestKind, RequestState
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, page_of
from perenne.kit.refusals import NotFound

FIRST_ALERT, LAST_ALERT = 15, 25
"""Days after the request: to be looked at, then urgent."""
PAGE = 25
MOVES = ("request.answer", "request.extend", "request.refuse", "request.lift")


@dataclass(frozen=True, slots=True)
class RequestCard:
    id: int
    kind: RequestKind
    state: RequestState
    full_name: str
    email: str
    message: str
    received_on: date
    due_on: date
    closed_on: date | None
    extension_reason: str
    answer: str
    person_id: int | None
    is_frozen: bool = False

    @property
    def is_open(self) -> bool:
        return self.state in OPEN


@dataclass(frozen=True, slots=True)
class DeskRow:
    """A request, and how long there is left."""

    card: RequestCard
    days_left: int
    alert: str
    """"", "soon" from the fifteenth day, "urgent" from the twenty-fifth, "late"."""


def request_card(request_id: int, *, seen_by: Actor) -> RequestCard:
    row = _with_frozen(REQUESTS.rows("request.view", seen_by)).filter(pk=request_id).first()
    if row is None:
        raise NotFound(request_id)
    return _card(row)


def request_followed(key: str) -> RequestCard:
    """The request behind an address that was sent by mail."""
    row = _with_frozen(DataRequest.objects.filter(pk=behind(FOLLOW, key))).first()
    if row is None:
        raise NotFound(key)
    return _card(row)


def request_to_move(request_id: int, *, seen_by: Actor, act: str) -> RequestCard:
    """A request on which this act may be done now."""
    row = _with_frozen(REQUESTS.rows(act, seen_by)).filter(pk=request_id).first()
    if row is None:
        raise NotFound(request_id)
    return _card(row)


def moves_on(card: RequestCard, *, seen_by: Actor) -> list[str]:
    """The acts that this person may do on it: the buttons."""
    return [act for act in MOVES if REQUESTS.allows(act, seen_by, card.id)]


def requests_of(person_id: int, *, seen_by: Actor) -> list[RequestCard]:
    rows = _with_frozen(REQUESTS.rows("request.view", seen_by)).filter(person_id=person_id)
    rows = rows.order_by("-pk")
    return [_card(row) for row in rows[:PAGE]]


def desk(*, seen_by: Actor, today: date, page: int = 1, closed: bool = False) -> Page[DeskRow]:
    """Open requests, the nearest term first; or those that are closed, the latest first."""
    rows = _with_frozen(REQUESTS.rows("request.handle", seen_by))
    rows = (
        rows.exclude(state__in=OPEN).order_by("-closed_on", "-pk")
        if closed
        else rows.filter(state__in=OPEN)
    )
    return page_of(rows, page, size=PAGE, card_of=lambda row: _desk_row(row, today))


def urgent(*, seen_by: Actor, today: date) -> int:
    """How many open requests have passed their fifteenth day."""
    rows = REQUESTS.rows("request.handle", seen_by).filter(state__in=OPEN)
    return rows.filter(received_on__lte=today - timedelta(FIRST_ALERT)).count()


def _desk_row(row: DataRequest, today: date) -> DeskRow:
    return DeskRow(_card(row), (row.due_on - today).days, alert_on(row, today))


def alert_on(row: DataRequest, today: date) -> str:
    """Two alerts in the first month; an extended request is urgent five days before its term."""
    if RequestState(row.state) not in OPEN:
        return ""
    if today > row.due_on:
        return "late"
    spent = (today - row.received_on).days
    if RequestState(row.state) is RequestState.EXTENDED:
        return "urgent" if (row.due_on - today).days <= LAST_ALERT - 20 else ""
    if spent >= LAST_ALERT:
        return "urgent"
    return "soon" if spent >= FIRST_ALERT else ""


def _card(row: DataRequest) -> RequestCard:
    return RequestCard(
        id=row.pk,
        kind=RequestKind(row.kind),
        state=RequestState(row.state),
        full_name=row.full_name,
        email=row.email,
        message=row.message,
        received_on=row.received_on,
        due_on=row.due_on,
        closed_on=row.closed_on,
        extension_reason=row.extension_reason,
        answer=row.answer,
        person_id=row.person_id,
        is_frozen=row.is_frozen,  # type: ignore[attr-defined]  # annotated above
    )


def _with_frozen(rows: QuerySet[DataRequest]) -> QuerySet[DataRequest]:
    still = Limitation.objects.filter(request=OuterRef("pk"), lifted_on=None)
    return rows.annotate(is_frozen=Exists(still))
