"""Hirings: the company they work for, the facilitator of its contract, the coordination to read."""

from perenne.domain.clauses.factories import new_commitment
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hirings.states import PLANNED
from perenne.values import add_months

ROWS = """
                               nob vis buy bu2 fac fa2 coo com str pre
hirings:list        -          302 302 200 200 200 200 200 200 200 200
hirings:show        planned    302 302 404 404 200 404 200 200 404 404
hirings:plan        commitment 302 302 404 404 200 404 404 200 404 404
hirings:confirm     planned    302 302 404 404 200 404 404 404 404 404
hirings:regularise  confirmed  302 302 404 404 200 404 404 404 404 404
hirings:end         confirmed  302 302 404 404 200 404 404 200 404 404
hirings:cancel      planned    302 302 404 404 200 404 404 200 404 404
"""


def things(committee):
    commitment = new_commitment(
        committee.facilitator, buyer=committee.buyer, company=committee.company
    )
    unseen = {"verdict": None, "counts_from": None, "regularised_because": ""}
    planned = new_hiring(commitment=commitment, state=PLANNED, **unseen)
    confirmed = new_hiring(
        commitment=commitment, facilitator=committee.facilitator, regularised_because="",
        counts_from=add_months(planned.starts_on, 12),
    )  # fmt: skip
    return {
        "commitment": [commitment.pk],
        "planned": [planned.pk],
        "confirmed": [confirmed.pk],
    }
