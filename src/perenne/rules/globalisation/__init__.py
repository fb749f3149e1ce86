"""Globalisation: the hours of one worker, counted on several clauses, each hour once."""

from perenne.rules.globalisation.basins import basin_of
from perenne.rules.globalisation.facts import Commitment, Consent, Work
from perenne.rules.globalisation.orders import Order
from perenne.rules.globalisation.planning import Allocation, Plan, plan
from perenne.rules.globalisation.refusals import Refusal, refusals
from perenne.rules.globalisation.sharing import Sharing, share_out
from perenne.rules.globalisation.windows import agreement_objection, window_end

__all__ = [
    "Allocation",
    "Commitment",
    "Consent",
    "Order",
    "Plan",
    "Refusal",
    "Sharing",
    "Work",
    "agreement_objection",
    "basin_of",
    "plan",
    "refusals",
    "share_out",
    "window_end",
]
