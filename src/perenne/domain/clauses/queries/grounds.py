"""What a clause stands on: a planned purchase, a lot put out to tender, or both.

The lot is nearer to the contract: what it says comes first.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Sum

from perenne.domain.organisations.models import Organisation
from perenne.domain.procurement.models import Lot
from perenne.domain.programming.models import PlannedPurchase
from perenne.rules.calibration import Hypotheses, defaults_for
from perenne.rules.needs import BuyerKind, ContractKind, Need
from perenne.rules.segments import find_segment
from perenne.values import Euros


@dataclass(frozen=True, slots=True)
class Ground:
    purchase_id: int | None
    programme_id: UUID | None
    lot_id: int | None
    consultation_id: int | None
    object: str
    operation: str
    lot: str
    place: str
    launch_on: date | None
    need: Need


def ground_of(
    purchase: PlannedPurchase | None, lot: Lot | None, buyer: Organisation, months: int | None
) -> Ground:
    """One query more when there is a lot: what the whole consultation is worth.

    ValueError when there is neither.
    """
    if purchase is not None:
        planned = _planned(purchase)
        return planned if lot is None else _put_out(lot, buyer, months, planned)
    if lot is None:
        raise ValueError("a clause stands on a purchase or on a lot")
    return _put_out(lot, buyer, months, None)


def proposed_hypotheses(need: Need) -> Hypotheses:
    """The usual values of the trade, on the amount that is known (none: zero, to be given)."""
    usual = defaults_for(find_segment(need.object, need.cpv))
    return Hypotheses(
        amount=need.priced or Euros(0),
        labour_share=usual.labour_share.value,
        effort_rate=usual.effort_rate.value,
        hourly_cost=usual.hourly_cost.value,
    )


def _planned(purchase: PlannedPurchase) -> Ground:
    return Ground(
        purchase_id=purchase.pk,
        programme_id=purchase.programme_id,
        lot_id=None,
        consultation_id=None,
        object=purchase.object,
        operation=purchase.operation,
        lot=purchase.lot,
        place=purchase.commune.name if purchase.commune else purchase.place,
        launch_on=purchase.launch_on,
        need=Need(
            object=purchase.object,
            cpv=purchase.cpv or None,
            amount=Euros.known(purchase.amount_cents),
            amount_high=Euros.known(purchase.amount_high_cents),
            whole_amount=Euros.known(purchase.whole_cents),
            months=purchase.months,
            consulted_on=purchase.launch_on,
            buyer=BuyerKind(purchase.programme.buyer_kind),
            kind=ContractKind(purchase.contract_kind) if purchase.contract_kind else None,
        ),
    )


def _put_out(lot: Lot, buyer: Organisation, months: int | None, planned: Ground | None) -> Ground:
    consultation = lot.consultation
    before = planned.need if planned else None
    launch_on = consultation.publish_on or (planned.launch_on if planned else None)
    amount = Euros.known(lot.amount_cents)
    return Ground(
        purchase_id=planned.purchase_id if planned else None,
        programme_id=planned.programme_id if planned else None,
        lot_id=lot.pk,
        consultation_id=consultation.pk,
        object=lot.object,
        operation=consultation.object if consultation.object != lot.object else "",
        lot=lot.number,
        place=planned.place if planned else "",
        launch_on=launch_on,
        need=Need(
            object=lot.object,
            cpv=lot.cpv or (before.cpv if before else None),
            amount=amount or (before.amount if before else None),
            amount_high=before.amount_high if before and not amount else None,
            whole_amount=_whole(lot),
            months=months or (before.months if before else None),
            consulted_on=launch_on,
            buyer=before.buyer if before else BuyerKind(buyer.buyer_kind),
            kind=before.kind if before else None,
        ),
    )


def _whole(lot: Lot) -> Euros | None:
    """The estimates of every lot of the consultation: what thresholds are compared with."""
    lots = Lot.objects.filter(consultation_id=lot.consultation_id)
    return Euros.known(lots.aggregate(whole=Sum("amount_cents"))["whole"])
