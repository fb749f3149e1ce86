"""Reviews as they are listed and shown: minutes that are not shared yet are the facilitator's."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import Coalesce, TruncDate

from perenne.domain.clauses.models import Commitment
from perenne.domain.compliance.models import Review, ReviewDecision
from perenne.domain.compliance.policy import CERTIFIED, DECISIONS, FOLLOWED, REVIEWS
from perenne.domain.compliance.states import HELD, REVIEW_LIFE, SHARED, Attendee, ReviewState
from perenne.kit.actors import Actor, Role
from perenne.kit.files.states import FileState
from perenne.kit.paging import Page, page_of
from perenne.kit.refusals import NotFound

ITS_DAY = Coalesce("held_on", TruncDate("meets_at"), "due_on")
TO_DO = Q(decisions__done_on=None, state=SHARED)


class View(StrEnum):
    """Which of them a list shows."""

    COMING = "a-venir"
    HELD = "tenues"
    ALL = "toutes"

    @property
    def label(self) -> str:
        return {View.COMING: "À venir", View.HELD: "Tenues", View.ALL: "Toutes"}[self]


VIEWS = {
    View.COMING: Q(state__in=[ReviewState.DUE, ReviewState.PLANNED]),
    View.HELD: Q(state__in=[HELD, SHARED]),
    View.ALL: Q(),
}


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """`on`: the day it was held, else meets, else is due. `to_do`: decisions not ticked."""

    id: int
    commitment_id: int
    object: str
    buyer: str
    state: ReviewState
    on: date
    meets_at: datetime | None
    is_late: bool
    to_do: int


@dataclass(frozen=True, slots=True)
class Followed:
    """A commitment, and what may be added to it: a meeting, a certificate."""

    id: int
    object: str
    may_add: bool
    may_certify: bool


@dataclass(frozen=True, slots=True)
class DecisionCard:
    id: int
    who: Attendee
    what: str
    until: date | None
    done_on: date | None
    may_tick: bool = False

    def is_late(self, on: date) -> bool:
        return self.done_on is None and self.until is not None and self.until < on


@dataclass(frozen=True, slots=True)
class ReviewFileCard:
    id: UUID
    name: str
    state: FileState


@dataclass(frozen=True, slots=True)
class ReviewCard:
    """`is_readable`: whether whoever looks may read the minutes; if not, they are left out."""

    id: int
    commitment_id: int
    object: str
    reference: str
    buyer: str
    facilitator: str
    due_on: date | None
    state: ReviewState
    meets_at: datetime | None
    place: str
    held_on: date | None
    attendees: tuple[Attendee, ...]
    minutes: str
    version: int
    shared_on: date | None
    reason: str
    decisions: tuple[DecisionCard, ...]
    files: tuple[ReviewFileCard, ...]
    is_readable: bool
    may: frozenset[str]

    @property
    def present(self) -> str:
        """Who sat at the table."""
        return ", ".join(one.label for one in self.attendees)

    @property
    def is_over(self) -> bool:
        return self.state in {HELD, SHARED}


def reviews_of(
    *,
    seen_by: Actor,
    on: date,
    view: View = View.COMING,
    commitment_id: int | None = None,
    page: int = 1,
) -> Page[ReviewRow]:
    """Those to come: the nearest first; the others: the latest first. Two queries."""
    rows = REVIEWS.rows("review.view", seen_by).filter(VIEWS[view])
    if commitment_id is not None:
        rows = rows.filter(commitment_id=commitment_id)
    found = rows.annotate(day=ITS_DAY, to_do=Count("decisions", filter=TO_DO))
    order = "day" if view is View.COMING else "-day"
    told = found.select_related("commitment__contract__buyer").order_by(order, "pk")
    return page_of(told, page, size=25, card_of=lambda row: _row(row, on))


def review_card(review_id: int, *, seen_by: Actor, act: str = "review.view") -> ReviewCard:
    """Four queries; the buttons are what the policy grants, said of a row read already."""
    rows = REVIEWS.rows(act, seen_by).select_related(
        "commitment__contract__buyer", "commitment__contract__facilitator"
    )
    row = rows.filter(pk=review_id).first()
    if row is None:
        raise NotFound(review_id)
    return _card(row, seen_by)


def addable(commitment_id: int, *, seen_by: Actor) -> str:
    """The object of a commitment on which one more meeting may be planned."""
    rows = FOLLOWED.rows("review.add", seen_by).filter(pk=commitment_id)
    found: str | None = rows.values_list("contract__object", flat=True).first()
    if found is None:
        raise NotFound(commitment_id)
    return found


def followed(commitment_id: int | None, *, seen_by: Actor) -> Followed | None:
    """The commitment that a list is narrowed to; None where one may not see it."""
    if commitment_id is None:
        return None
    itself = {"pk": OuterRef("pk")}
    rows = (
        FOLLOWED.rows("commitment.print_state", seen_by)
        .filter(pk=commitment_id)
        .annotate(
            may_add=Exists(FOLLOWED.rows("review.add", seen_by).filter(**itself)),
            may_certify=Exists(CERTIFIED.rows("certificate.issue", seen_by).filter(**itself)),
        )
        .values_list("pk", "contract__object", "may_add", "may_certify")
    )
    return next((Followed(*row) for row in rows), None)


def last_shared(commitment: Commitment) -> Review | None:
    """The review whose decisions still hold."""
    rows = Review.objects.filter(commitment=commitment, state=SHARED)
    return rows.prefetch_related("decisions").order_by("-held_on", "-pk").first()


def told(row: ReviewDecision, *, may_tick: bool = False) -> DecisionCard:
    return DecisionCard(row.pk, Attendee(row.who), row.what, row.until, row.done_on, may_tick)


def _row(row: Any, on: date) -> ReviewRow:
    coming = row.state in {ReviewState.DUE, ReviewState.PLANNED}
    return ReviewRow(
        id=row.pk,
        commitment_id=row.commitment_id,
        object=row.commitment.contract.object,
        buyer=row.commitment.contract.buyer.name,
        state=ReviewState(row.state),
        on=row.day,
        meets_at=row.meets_at,
        is_late=coming and row.day < on,
        to_do=row.to_do,
    )


def _card(row: Review, seen_by: Actor) -> ReviewCard:
    contract = row.commitment.contract
    follows = seen_by.role in {Role.FACILITATOR, Role.COORDINATION} and (
        seen_by.organisation_id == contract.facilitator_id
    )
    readable = row.state == SHARED or (follows and row.state == HELD)
    return ReviewCard(
        id=row.pk,
        commitment_id=row.commitment_id,
        object=contract.object,
        reference=contract.reference,
        buyer=contract.buyer.name,
        facilitator=contract.facilitator.name,
        due_on=row.due_on,
        state=ReviewState(row.state),
        meets_at=row.meets_at,
        place=row.place,
        held_on=row.held_on,
        attendees=tuple(Attendee(one) for one in row.attendees) if readable else (),
        minutes=row.minutes if readable else "",
        version=row.version,
        shared_on=row.shared_on,
        reason=row.reason,
        decisions=_decisions(row, seen_by) if readable else (),
        files=_files(row) if readable else (),
        is_readable=readable,
        may=frozenset(act for act in REVIEW_LIFE.moves if follows and _is_ripe(act, row)),
    )


def _is_ripe(act: str, row: Review) -> bool:
    return ReviewState(row.state) in REVIEW_LIFE.sources(act)


def _decisions(row: Review, seen_by: Actor) -> tuple[DecisionCard, ...]:
    theirs = DECISIONS.rows("review.tick", seen_by).filter(review=row)
    mine = set(theirs.values_list("pk", flat=True))
    return tuple(told(one, may_tick=one.pk in mine) for one in row.decisions.all())


def _files(row: Review) -> tuple[ReviewFileCard, ...]:
    return tuple(
        ReviewFileCard(one.file_id, one.file.name, FileState(one.file.state))
        for one in row.files.select_related("file")
    )
