"""Clauses: the facilitator's, and the buyer's once worded."""

from perenne.domain.clauses.states import ClauseState
from perenne.web.tests.scenes import (
    CLEANING,
    LINES,
    MASONRY,
    PAPER,
    new_clause,
    new_sent_programme,
    purchases_of,
)

ROWS = """
                                                nob vis buy bu2 fac fa2 coo com str pre
clauses:list               -                  302 302 200 200 200 200 200 200 200 200
clauses:show               opened             302 302 404 404 200 404 200 404 404 404
clauses:show               calibrated         302 302 404 404 200 404 200 404 404 404
clauses:show               worded             302 302 200 404 200 404 200 404 404 404
clauses:calibrate          opened             302 302 404 404 200 404 404 404 404 404
clauses:calibrate          worded             302 302 404 404 200 404 404 404 404 404
clauses:estimate           opened             302 302 404 404 200 404 404 404 404 404
clauses:word               opened             302 302 404 404 404 404 404 404 404 404
clauses:word               calibrated         302 302 404 404 200 404 404 404 404 404
clauses:note               calibrated         302 302 404 404 404 404 404 404 404 404
clauses:note               worded             302 302 200 404 200 404 200 404 404 404
clauses:wording            calibrated_ccap      302 302 404 404 404 404 404 404 404 404
clauses:wording            worded_ccap        302 302 200 404 200 404 200 404 404 404
"""


def things(committee):
    sent = new_sent_programme(committee.buyer, LINES[CLEANING], LINES[MASONRY], LINES[PAPER])
    ids = [purchase.id for purchase in purchases_of(sent, committee.buyer)]
    states = (ClauseState.DRAFT, ClauseState.CALIBRATED, ClauseState.WORDED)
    opened, calibrated, worded = (
        new_clause(purchase, committee.facilitator, state)
        for purchase, state in zip(ids, states, strict=True)
    )
    return {
        "opened": [opened],
        "calibrated": [calibrated],
        "worded": [worded],
        "calibrated_ccap": [calibrated, "ccap"],
        "worded_ccap": [worded, "ccap"],
    }
