"""What one may ask about clauses. Every answer is a card: plain, frozen, complete."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Count, ExpressionWrapper, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from perenne.domain.clauses.models import Clause, ClauseComment, ClauseVersion
from perenne.domain.clauses.policy import CLAUSES
from perenne.domain.clauses.queries.grounds import ground_of
from perenne.domain.clauses.queries.terms import (
    Terms,
    grid_in,
    recalculation_in,
    scheme_in,
    terms_in,
)
from perenne.domain.clauses.queries.waiting import WAITS, Waiting
from perenne.domain.clauses.states import WITHOUT_A_BASIS, ClauseState
from perenne.domain.organisations.queries import Contact, contact_at
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, page_of
from perenne.kit.refusals import NotFound
from perenne.rules.calibration import Hypotheses, Recalculation, Scheme
from perenne.rules.criterion import CriterionGrid
from perenne.rules.needs import Need
from perenne.rules.segments import find_segment
from perenne.rules.thresholds import Duty, duty
from perenne.values import Euros, Hours, Share

OBJECT = Coalesce("lot__object", "purchase__object")
LAST_NUMBER = Subquery(
    ClauseVersion.objects.filter(clause=OuterRef("pk")).order_by("-number").values("number")[:1]
)
OPEN_COMMENTS = Coalesce(
    Subquery(
        ClauseComment.objects.filter(
            clause=OuterRef("pk"), thread__isnull=True, resolved_on__isnull=True
        )
        .order_by()
        .values("clause")
        .annotate(found=Count("pk"))
        .values("found")
    ),
    0,
)
LAUNCH_ON = Coalesce("lot__consultation__publish_on", "purchase__launch_on")


@dataclass(frozen=True, slots=True)
class ClauseCard:
    id: int
    state: ClauseState
    purchase_id: int | None
    programme_id: UUID | None
    lot_id: int | None
    consultation_id: int | None
    object: str
    operation: str
    lot: str
    buyer: str
    place: str
    segment: str
    need: Need
    hypotheses: Hypotheses
    hours_due: Hours
    reason: str
    calibrated_on: date | None
    version: int
    duty: Duty
    terms: Terms
    scheme: Scheme | None
    recalculation: Recalculation
    covers_renewals: bool
    criterion: CriterionGrid
    drop_reason: str
    approved_on: date | None
    facilitator_id: int
    facilitator: Contact

    @property
    def is_worded(self) -> bool:
        """Whether documents follow from it."""
        return self.state not in WITHOUT_A_BASIS


@dataclass(frozen=True, slots=True)
class ClauseRow:
    id: int
    object: str
    buyer: str
    facilitator: str
    state: ClauseState
    hours_due: Hours
    launch_on: date | None
    number: int | None
    """Of its last version."""
    open_comments: int
    may_approve: bool

    @property
    def waiting(self) -> Waiting:
        return WAITS[self.state]


def clause_card(clause_id: int, *, seen_by: Actor, act: str = "clause.view") -> ClauseCard:
    """Two queries: the clause with all that it stands on, and whom to call."""
    row = _whole(act, seen_by).filter(pk=clause_id).first()
    if row is None:
        raise NotFound(clause_id)
    return card_of(row)


def _whole(act: str, seen_by: Actor) -> QuerySet[Clause, Any]:
    return (
        CLAUSES.rows(act, seen_by)
        .select_related("purchase__programme", "purchase__commune", "lot__consultation", "buyer")
        .prefetch_related("requirements")
    )


def clauses_of_consultation(consultation_id: int, *, seen_by: Actor) -> tuple[ClauseCard, ...]:
    """Those of its lots that one may take away, by lot."""
    rows = _whole("clause.take_away", seen_by).filter(lot__consultation=consultation_id)
    return tuple(map(card_of, rows.order_by("lot")))


def clauses_of(*, seen_by: Actor, page: int = 1) -> Page[ClauseRow]:
    """Soonest consultation first."""
    rows = (
        CLAUSES.rows("clause.view", seen_by)
        .select_related("buyer", "facilitator")
        .annotate(
            object=OBJECT,
            launch_on=LAUNCH_ON,
            number=LAST_NUMBER,
            open_comments=OPEN_COMMENTS,
            may_approve=ExpressionWrapper(
                CLAUSES.grants["clause.approve"](seen_by), output_field=BooleanField()
            ),
        )
        .order_by("launch_on", "pk")
    )
    return page_of(rows, page, size=30, card_of=_row)


def clause_on(purchase_id: int, *, seen_by: Actor) -> int | None:
    """The clause opened on this purchase, if one may see it."""
    rows = CLAUSES.rows("clause.view", seen_by).filter(purchase_id=purchase_id)
    return rows.values_list("pk", flat=True).first()


def card_of(row: Clause) -> ClauseCard:
    """The card of a row as it stands: kept, or about to be."""
    ground = ground_of(row.purchase, row.lot, row.buyer, row.months)
    need = ground.need
    finding = find_segment(need.object, need.cpv)
    return ClauseCard(
        id=row.pk,
        state=ClauseState(row.state),
        purchase_id=ground.purchase_id,
        programme_id=ground.programme_id,
        lot_id=ground.lot_id,
        consultation_id=ground.consultation_id,
        object=ground.object,
        operation=ground.operation,
        lot=ground.lot,
        buyer=row.buyer.name,
        place=ground.place,
        segment=finding.label,
        need=need,
        hypotheses=Hypotheses(
            amount=Euros(row.amount_cents),
            labour_share=Share(row.labour_share_bp),
            effort_rate=Share(row.effort_rate_bp),
            hourly_cost=Euros(row.hourly_cost_cents),
        ),
        hours_due=Hours(row.due_minutes),
        reason=row.reason,
        calibrated_on=row.calibrated_on,
        version=row.version,
        duty=duty(need, finding=finding),
        terms=terms_in(row),
        scheme=scheme_in(row),
        recalculation=recalculation_in(row),
        covers_renewals=row.covers_renewals,
        criterion=grid_in(row),
        drop_reason=row.drop_reason,
        approved_on=row.approved_on,
        facilitator_id=row.facilitator_id,
        facilitator=contact_at(row.facilitator_id),
    )


def _row(row: Any) -> ClauseRow:
    return ClauseRow(
        id=row.pk,
        object=row.object,
        buyer=row.buyer.name,
        facilitator=row.facilitator.name,
        state=ClauseState(row.state),
        hours_due=Hours(row.due_minutes),
        launch_on=row.launch_on,
        number=row.number,
        open_comments=row.open_comments,
        may_approve=row.may_approve,
    )
