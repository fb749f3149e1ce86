"""Putting out to tender: operations, consultations, and the lots in them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from perenne.domain.procurement.actions.people import People, people_for
from perenne.domain.procurement.models import Consultation, Lot, Operation
from perenne.domain.procurement.policy import CONSULTATIONS, LOTS, OPERATIONS
from perenne.domain.programming.models import PlannedPurchase
from perenne.domain.programming.policy import PURCHASES
from perenne.domain.programming.states import PurchaseState
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.values import Euros


@dataclass(frozen=True, slots=True)
class Days:
    """Publication, bids, award: as far as they are known."""

    publish_on: date | None = None
    bids_due_on: date | None = None
    award_on: date | None = None


@dataclass(frozen=True, slots=True)
class LotFacts:
    """`number` stays empty for a consultation that is not divided; `amount` is estimated, HT."""

    object: str
    number: str = ""
    cpv: str = ""
    segment: str = ""
    amount: Euros | None = None


@dataclass(frozen=True, slots=True)
class ConsultationFacts:
    object: str
    reference: str = ""
    days: Days = field(default_factory=Days)
    operation_id: int | None = None


@transaction.atomic
def open_operation(*, title: str, people: People, by: Actor) -> int:
    """What will group several consultations."""
    OPERATIONS.admit("operation.open", by)
    if not title.strip():
        raise Refused("Donnez un intitulé à l’opération.")
    operation = Operation.objects.create(title=title.strip()[:300], **people_for(people, by))
    record("operation.open", operation, by=by)
    return operation.pk


@transaction.atomic
def open_consultation(
    *, said: ConsultationFacts, lots: Sequence[LotFacts], people: People, by: Actor
) -> int:
    """By hand: its lots were in no programme."""
    CONSULTATIONS.admit("consultation.open", by)
    consultation = _opened(said, people_for(people, by), by)
    for lot in lots:
        _add(consultation, lot)
    record("consultation.open", consultation, by=by, lots=len(lots))
    return consultation.pk


@transaction.atomic
def open_from_purchases(*, said: ConsultationFacts, purchase_ids: Sequence[int], by: Actor) -> int:
    """One lot for each kept purchase; locked in their order, so that two who choose meet."""
    CONSULTATIONS.admit("consultation.open", by)
    chosen = _locked(set(purchase_ids), by)
    people = _people_behind(chosen)
    if by.organisation_id not in people.values():
        raise Refused("Ces achats sont suivis par un autre facilitateur : c’est à lui de le faire.")
    consultation = _opened(said, people, by)
    for place, purchase in enumerate(chosen, 1):
        number = str(place) if len(chosen) > 1 else ""
        _add(consultation, _lot_for(purchase, number), purchase=purchase)
    record("consultation.open", consultation, by=by, lots=len(chosen))
    return consultation.pk


@transaction.atomic
def amend_consultation(*, consultation_id: int, said: ConsultationFacts, by: Actor) -> None:
    """Its object, its reference, its days, its operation."""
    consultation = CONSULTATIONS.take("consultation.amend", by, consultation_id)
    _write(consultation, said, by)
    consultation.save()
    record("consultation.amend", consultation, by=by)


@transaction.atomic
def add_lot(*, consultation_id: int, lot: LotFacts, by: Actor) -> int:
    consultation = CONSULTATIONS.take("consultation.add_lot", by, consultation_id)
    added = _add(consultation, lot)
    record("consultation.add_lot", consultation, by=by, lot=lot.number, object=added.object)
    return added.pk


@transaction.atomic
def edit_lot(*, lot_id: int, lot: LotFacts, by: Actor) -> None:
    row = LOTS.take("lot.edit", by, lot_id)
    _fill(row, lot)
    _save_lot(row)
    record("lot.edit", row, by=by)


@transaction.atomic
def remove_lot(*, lot_id: int, by: Actor) -> None:
    """One that was added by mistake. Refused once a clause is drafted for it: it is dropped."""
    row = LOTS.take("lot.remove", by, lot_id)
    record("lot.remove", row.consultation, by=by, lot=row.number, object=row.object)
    try:
        row.delete()
    except ProtectedError as held:
        raise Refused(
            "Une clause est déjà rédigée pour ce lot : déclarez-le plutôt sans suite."
        ) from held


def _opened(said: ConsultationFacts, people: dict[str, int], by: Actor) -> Consultation:
    consultation = Consultation(**people)
    _write(consultation, said, by)
    consultation.save()
    return consultation


def _write(row: Consultation, said: ConsultationFacts, by: Actor) -> None:
    days = said.days
    known = [day for day in (days.publish_on, days.bids_due_on, days.award_on) if day]
    if known != sorted(known):
        raise Refused(
            "Les dates se suivent : publication, remise des offres, attribution. Corrigez-les."
        )
    if not said.object.strip():
        raise Refused("Donnez l’objet de la consultation.")
    if said.operation_id is not None:
        same = OPERATIONS.rows("operation.view", by).filter(buyer_id=row.buyer_id)
        if not same.filter(pk=said.operation_id).exists():
            raise Refused("Cette opération n’est pas une opération de cet acheteur.")
    row.object, row.reference = said.object.strip(), said.reference.strip()[:60]
    row.operation_id = said.operation_id
    row.publish_on, row.bids_due_on, row.award_on = (
        days.publish_on, days.bids_due_on, days.award_on,
    )  # fmt: skip


def _locked(ids: set[int], by: Actor) -> list[PlannedPurchase]:
    """Those that one may see, in their order: two who choose the same wait, and never cross."""
    rows = PURCHASES.rows("purchase.view", by).filter(pk__in=ids).select_related("programme")
    chosen = list(rows.select_for_update(of=("self",), no_key=True).order_by("pk"))
    if not chosen or len(chosen) < len(ids):
        raise Refused("Cochez au moins un achat, parmi ceux de la liste.")
    return chosen


def _people_behind(chosen: Sequence[PlannedPurchase]) -> dict[str, int]:
    if any(row.state != PurchaseState.KEPT for row in chosen):
        raise Refused("Seuls les achats retenus vont en consultation : retenez-les d’abord.")
    pairs = {(row.programme.buyer_id, row.facilitator_id) for row in chosen}
    if len(pairs) > 1:
        raise Refused(
            "Ces achats ne sont pas suivis par le même facilitateur, ou ne sont pas du même "
            "acheteur : ouvrez une consultation pour chacun."
        )
    ((buyer, facilitator),) = pairs
    if buyer is None or facilitator is None:
        raise Refused("Cet achat n’a pas encore d’acheteur connu : demandez-lui de le transmettre.")
    return {"buyer_id": buyer, "facilitator_id": facilitator}


def _lot_for(purchase: PlannedPurchase, number: str) -> LotFacts:
    return LotFacts(
        object=purchase.object,
        number=number,
        cpv=purchase.cpv,
        segment=purchase.segment,
        amount=Euros.known(purchase.amount_cents),
    )


def _add(
    consultation: Consultation, lot: LotFacts, *, purchase: PlannedPurchase | None = None
) -> Lot:
    row = Lot(consultation=consultation, purchase=purchase)
    _fill(row, lot)
    _save_lot(row)
    return row


def _fill(row: Lot, lot: LotFacts) -> None:
    if not lot.object.strip():
        raise Refused("Donnez l’objet du lot.")
    row.object, row.number = lot.object.strip(), lot.number.strip()[:20]
    row.cpv, row.segment = lot.cpv, lot.segment
    row.amount_cents = lot.amount.cents if lot.amount else None


def _save_lot(row: Lot) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as twin:
        if "purchase" in str(twin):
            raise Refused("Un de ces achats est déjà dans une consultation.") from twin
        if "lot_number_is_one" in str(twin):
            raise Refused(
                "Un lot de cette consultation porte déjà ce numéro : donnez-en un autre."
            ) from twin
        raise
