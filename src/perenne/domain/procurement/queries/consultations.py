"""What one may ask about consultations, their lots, and those of which nobody has news."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Count, Q

from perenne.domain.procurement.models import Consultation, Contract, Lot
from perenne.domain.procurement.policy import CONSULTATIONS, CONTRACTS, LOTS, OPERATIONS
from perenne.domain.procurement.queries.acts import acts_on
from perenne.domain.procurement.queries.silence import silence_of, silent, with_lot
from perenne.domain.procurement.states import ContractState, LotState
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, page_of
from perenne.kit.policy import is_void
from perenne.kit.refusals import NotFound
from perenne.rules.segments import Segment
from perenne.values import Euros

ON_A_PAGE = 30
LOT_ACTS = (
    "lot.edit", "lot.remove", "lot.publish", "lot.award", "lot.add_awardee",
    "lot.find_unsuccessful", "lot.drop", "lot.prepare_again",
)  # fmt: skip
CONSULTATION_ACTS = ("consultation.amend", "consultation.add_lot")


class Stage(StrEnum):
    """Which consultations a list shows."""

    COMING = "en-cours"
    SILENT = "sans-nouvelles"
    ALL = "toutes"

    @property
    def label(self) -> str:
        return {
            Stage.COMING: "À suivre",
            Stage.SILENT: "Sans nouvelles",
            Stage.ALL: "Toutes",
        }[self]


@dataclass(frozen=True, slots=True)
class ConsultationRow:
    id: int
    object: str
    buyer: str
    lots: int
    to_award: int
    publish_on: date | None
    award_on: date | None
    silence: str


@dataclass(frozen=True, slots=True)
class Awarded:
    """A contract that came of a lot."""

    id: int
    reference: str
    state: ContractState


@dataclass(frozen=True, slots=True)
class LotCard:
    id: int
    consultation_id: int
    purchase_id: int | None
    number: str
    object: str
    cpv: str
    segment: Segment | None
    amount: Euros | None
    state: LotState
    published_on: date | None
    reason: str
    may: frozenset[str]
    contracts: tuple[Awarded, ...] = ()

    @property
    def segment_label(self) -> str:
        return self.segment.label if self.segment else ""

    @property
    def title(self) -> str:
        return f"Lot {self.number} – {self.object}" if self.number else self.object


@dataclass(frozen=True, slots=True)
class OperationChoice:
    id: int
    title: str


@dataclass(frozen=True, slots=True)
class ConsultationCard:
    id: int
    object: str
    reference: str
    buyer: str
    buyer_id: int
    facilitator: str
    operation: OperationChoice | None
    publish_on: date | None
    bids_due_on: date | None
    award_on: date | None
    silence: str
    lots: tuple[LotCard, ...]
    may: frozenset[str]

    @property
    def operation_title(self) -> str:
        return self.operation.title if self.operation else ""

    @property
    def is_to_publish(self) -> bool:
        return any("lot.publish" in lot.may for lot in self.lots)


def consultations_of(
    *, seen_by: Actor, on: date, stage: Stage = Stage.COMING, page: int = 1
) -> Page[ConsultationRow]:
    """Those that are still to follow first by their day; two queries."""
    kept = {
        Stage.COMING: Q(with_lot(LotState.PREPARED)) | Q(with_lot(LotState.PUBLISHED)),
        Stage.SILENT: silent(on),
        Stage.ALL: Q(),
    }[stage]
    rows = (
        CONSULTATIONS.rows("consultation.view", seen_by)
        .filter(kept)
        .select_related("buyer")
        .annotate(
            lot_count=Count("lots"),
            published=Count("lots", filter=Q(lots__state=LotState.PUBLISHED)),
            prepared=Count("lots", filter=Q(lots__state=LotState.PREPARED)),
        )
        .order_by("publish_on", "pk")
    )
    return page_of(rows, page, size=ON_A_PAGE, card_of=lambda row: _row(row, on))


def _row(row: Any, on: date) -> ConsultationRow:
    return ConsultationRow(
        id=row.pk,
        object=row.object,
        buyer=row.buyer.name,
        lots=row.lot_count,
        to_award=row.published,
        publish_on=row.publish_on,
        award_on=row.award_on,
        silence=silence_of(row, on, prepared=row.prepared, published=row.published),
    )


def consultation_card(
    consultation_id: int, *, seen_by: Actor, on: date, act: str = "consultation.view"
) -> ConsultationCard:
    """Five queries, whatever the lots."""
    rows = CONSULTATIONS.rows(act, seen_by).filter(pk=consultation_id)
    row = rows.select_related("buyer", "facilitator", "operation").first()
    if row is None:
        raise NotFound(consultation_id)
    lots = _lots_of(row, seen_by)
    states = [lot.state for lot in lots]
    return ConsultationCard(
        id=row.pk,
        object=row.object,
        reference=row.reference,
        buyer=row.buyer.name,
        buyer_id=row.buyer_id,
        facilitator=row.facilitator.name,
        operation=OperationChoice(row.operation.pk, row.operation.title) if row.operation else None,
        publish_on=row.publish_on,
        bids_due_on=row.bids_due_on,
        award_on=row.award_on,
        silence=silence_of(
            row, on,
            prepared=states.count(LotState.PREPARED), published=states.count(LotState.PUBLISHED),
        ),
        lots=lots,
        may=acts_on(CONSULTATIONS, CONSULTATION_ACTS, seen_by, [row.pk])[row.pk],
    )  # fmt: skip


def lot_card(lot_id: int, *, seen_by: Actor, act: str = "lot.view") -> LotCard:
    row = LOTS.rows(act, seen_by).filter(pk=lot_id).first()
    if row is None:
        raise NotFound(lot_id)
    return _lot(row, acts_on(LOTS, LOT_ACTS, seen_by, [lot_id])[lot_id], ())


def lot_facts(lot_id: int) -> LotCard:
    """For the apps above, which have checked what may be seen of it."""
    row = Lot.objects.filter(pk=lot_id).first()
    if row is None:
        raise NotFound(lot_id)
    return _lot(row, frozenset(), ())


def operations_of(*, seen_by: Actor, buyer_id: int) -> tuple[OperationChoice, ...]:
    rows = OPERATIONS.rows("operation.view", seen_by).filter(buyer_id=buyer_id)
    rows = rows.order_by("title", "pk")
    return tuple(OperationChoice(row.pk, row.title) for row in rows)


def recording(act: str, actor: Actor) -> None:
    """NotFound for who may never do it: the page that makes the row is not there for them."""
    policy = CONTRACTS if act in CONTRACTS.grants else CONSULTATIONS
    if is_void(policy.grants[act](actor)):
        raise NotFound(act)


def purchases_put_out(purchase_ids: list[int]) -> Mapping[int, int]:
    """Of these purchases, those that are lots already, and the consultation of each."""
    rows = Lot.objects.filter(purchase_id__in=purchase_ids)
    return {
        purchase: consultation
        for purchase, consultation in rows.values_list("purchase_id", "consultation_id")
        if purchase is not None
    }


def _lots_of(consultation: Consultation, actor: Actor) -> tuple[LotCard, ...]:
    rows = list(consultation.lots.all())
    may = acts_on(LOTS, LOT_ACTS, actor, [row.pk for row in rows])
    signed: dict[int | None, list[Awarded]] = {}
    for contract in Contract.objects.filter(lot__in=rows).order_by("pk"):
        one = Awarded(contract.pk, contract.reference, ContractState(contract.state))
        signed.setdefault(contract.lot_id, []).append(one)
    return tuple(_lot(row, may[row.pk], tuple(signed.get(row.pk, ()))) for row in rows)


def _lot(row: Lot, may: frozenset[str], contracts: tuple[Awarded, ...]) -> LotCard:
    return LotCard(
        id=row.pk,
        consultation_id=row.consultation_id,
        purchase_id=row.purchase_id,
        number=row.number,
        object=row.object,
        cpv=row.cpv,
        segment=Segment(row.segment) if row.segment else None,
        amount=Euros.known(row.amount_cents),
        state=LotState(row.state),
        published_on=row.published_on,
        reason=row.reason,
        may=may,
        contracts=contracts,
    )
