"""What a consultation is published with: the clause of each lot, and what keeps it back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from perenne.domain.clauses.models import Clause
from perenne.domain.clauses.states import APPROVED, DROPPED, ClauseState
from perenne.domain.procurement.models import Lot
from perenne.domain.procurement.policy import CONSULTATIONS
from perenne.domain.procurement.states import LotState
from perenne.kit.actors import Actor
from perenne.kit.refusals import NotFound
from perenne.values import Hours

NOT_APPROVED = "Lot « {} » : sa clause est à l’étape « {} », elle doit d’abord être validée."


@dataclass(frozen=True, slots=True)
class LotToPublish:
    id: int
    title: str
    clause_id: int | None
    clause_state: ClauseState | None
    hours: Hours | None

    @property
    def holds_back(self) -> bool:
        return self.clause_state not in {None, APPROVED, DROPPED}


@dataclass(frozen=True, slots=True)
class Publication:
    consultation_id: int
    title: str
    publish_on: date | None
    lots: tuple[LotToPublish, ...]

    @property
    def is_held_back(self) -> bool:
        return not self.lots or any(lot.holds_back for lot in self.lots)


def publication_of(consultation_id: int, *, seen_by: Actor) -> Publication:
    """Three queries; not found for who may not publish it."""
    row = CONSULTATIONS.rows("consultation.amend", seen_by).filter(pk=consultation_id).first()
    if row is None:
        raise NotFound(consultation_id)
    lots = list(row.lots.filter(state=LotState.PREPARED).order_by("pk"))
    clauses = clause_by_lot(lots)
    return Publication(
        row.pk, row.object, row.publish_on, tuple(_card(lot, clauses.get(lot.pk)) for lot in lots)
    )


def clause_by_lot(lots: Iterable[Lot]) -> dict[int, Clause]:
    """By the lot itself, or by the purchase that it comes from; one query."""
    known = list(lots)
    rows = Clause.objects.filter(
        Q(lot__in=[lot.pk for lot in known])
        | Q(purchase__in=[lot.purchase_id for lot in known if lot.purchase_id])
    )
    by_lot: dict[int | None, Clause] = {}
    by_purchase: dict[int | None, Clause] = {}
    for row in rows:
        by_lot[row.lot_id], by_purchase[row.purchase_id] = row, row
    by_purchase.pop(None, None)
    found = {lot.pk: by_lot.get(lot.pk) or by_purchase.get(lot.purchase_id) for lot in known}
    return {pk: row for pk, row in found.items() if row is not None}


def objections_to(lots: Iterable[Lot], clauses: Mapping[int, Clause]) -> list[str]:
    """One sentence for each lot whose clause is neither approved nor dropped."""
    return [
        NOT_APPROVED.format(lot.object, ClauseState(clause.state).label)
        for lot in lots
        if (clause := clauses.get(lot.pk)) is not None and clause.state not in {APPROVED, DROPPED}
    ]


def _card(lot: Lot, clause: Clause | None) -> LotToPublish:
    return LotToPublish(
        lot.pk,
        f"Lot {lot.number} – {lot.object}" if lot.number else lot.object,
        clause.pk if clause else None,
        ClauseState(clause.state) if clause else None,
        Hours(clause.due_minutes) if clause else None,
    )
