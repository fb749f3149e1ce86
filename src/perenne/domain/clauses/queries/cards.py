"""What one may ask about clauses. Every answer is a card: plain, frozen, complete."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models.functions import Coalesce

from perenne.domain.clauses.models import Clause
from perenne.domain.clauses.policy import CLAUSES
from perenne.domain.clauses.queries.grounds import ground_of
from perenne.domain.clauses.states import WITHOUT_A_BASIS, ClauseState
from perenne.domain.organisations.queries import Contact, contact_at
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, page_of
from perenne.kit.refusals import NotFound
from perenne.rules.calibration import Hypotheses
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.needs import Need
from perenne.rules.segments import find_segment
from perenne.rules.thresholds import Duty, duty
from perenne.rules.wording import Ccag, Globalisation, Publics, ReservedTo
from perenne.values import Euros, Hours, Share

OBJECT = Coalesce("lot__object", "purchase__object")
LAUNCH_ON = Coalesce("lot__consultation__publish_on", "purchase__launch_on")


@dataclass(frozen=True, slots=True)
class TermsCard:
    """What was settled beside the volume; `basis` None until it is chosen."""

    basis: LegalBasis | None
    reserved_to: ReservedTo | None
    criterion_weight: Share | None
    ccag: Ccag | None
    publics: Publics
    globalisation: Globalisation
    penalty_per_hour: Euros | None
    statement_day: int
    ccap_article: int


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
    terms: TermsCard
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


def clause_card(clause_id: int, *, seen_by: Actor, act: str = "clause.view") -> ClauseCard:
    """Two queries: the clause with all that it stands on, and whom to call."""
    row = (
        CLAUSES.rows(act, seen_by)
        .select_related("purchase__programme", "purchase__commune", "lot__consultation", "buyer")
        .filter(pk=clause_id)
        .first()
    )
    if row is None:
        raise NotFound(clause_id)
    return card_of(row)


def clauses_of(*, seen_by: Actor, page: int = 1) -> Page[ClauseRow]:
    """Soonest consultation first."""
    rows = (
        CLAUSES.rows("clause.view", seen_by)
        .select_related("buyer", "facilitator")
        .annotate(object=OBJECT, launch_on=LAUNCH_ON)
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
        terms=_terms(row),
        facilitator_id=row.facilitator_id,
        facilitator=contact_at(row.facilitator_id),
    )


def _terms(row: Clause) -> TermsCard:
    weight, penalty = row.criterion_weight_bp, row.penalty_cents
    return TermsCard(
        basis=LegalBasis(row.basis) if row.basis else None,
        reserved_to=ReservedTo(row.reserved_to) if row.reserved_to else None,
        criterion_weight=None if weight is None else Share(weight),
        ccag=Ccag(row.ccag) if row.ccag else None,
        publics=Publics(row.publics),
        globalisation=Globalisation(row.globalisation),
        penalty_per_hour=Euros.known(penalty),
        statement_day=row.statement_day,
        ccap_article=row.ccap_article,
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
    )
