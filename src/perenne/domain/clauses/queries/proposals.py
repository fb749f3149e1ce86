"""What the rules propose for a lot, before the facilitator has touched anything."""

from perenne.domain.programming.models import PlannedPurchase
from perenne.rules.calibration import Defaults, Hypotheses, defaults_for
from perenne.rules.needs import BuyerKind, ContractKind, Need
from perenne.rules.segments import SegmentFinding, find_segment
from perenne.values import Euros


def need_of(purchase: PlannedPurchase) -> Need:
    """The facts of the purchase, as the rules ask for them."""
    return Need(
        object=purchase.object,
        cpv=purchase.cpv or None,
        amount=Euros.known(purchase.amount_cents),
        amount_high=Euros.known(purchase.amount_high_cents),
        whole_amount=Euros.known(purchase.whole_cents),
        months=purchase.months,
        consulted_on=purchase.launch_on,
        buyer=BuyerKind(purchase.programme.buyer_kind),
        kind=ContractKind(purchase.contract_kind) if purchase.contract_kind else None,
    )


def finding_of(purchase: PlannedPurchase) -> SegmentFinding:
    return find_segment(purchase.object, purchase.cpv or None)


def defaults_of(purchase: PlannedPurchase) -> Defaults:
    return defaults_for(finding_of(purchase))


def proposed_hypotheses(purchase: PlannedPurchase) -> Hypotheses:
    """The usual values of the trade, on the amount that is known (none: zero, to be given)."""
    usual = defaults_of(purchase)
    return Hypotheses(
        amount=need_of(purchase).priced or Euros(0),
        labour_share=usual.labour_share.value,
        effort_rate=usual.effort_rate.value,
        hourly_cost=usual.hourly_cost.value,
    )
