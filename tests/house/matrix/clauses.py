"""Clauses: the facilitator's, and the buyer's once worded."""

from dataclasses import replace

from django.utils.timezone import localdate

from perenne.domain.clauses.actions import (
    approve_clause,
    comment_clause,
    send_clause_back,
    submit_clause,
    word_clause,
)
from perenne.domain.clauses.models import Clause
from perenne.domain.clauses.states import ClauseState
from perenne.domain.procurement.factories import new_consultation, new_lot
from perenne.domain.procurement.states import LotState
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.wording import PieceCode
from perenne.values import Share
from perenne.web.tests.scenes import (
    CLEANING,
    LINES,
    MASONRY,
    PAPER,
    TERMS,
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
clauses:show               submitted          302 302 200 404 200 404 200 404 404 404
clauses:calibrate          opened             302 302 404 404 200 404 404 404 404 404
clauses:calibrate          worded             302 302 404 404 200 404 404 404 404 404
clauses:calibrate          submitted          302 302 404 404 404 404 404 404 404 404
clauses:estimate           opened             302 302 404 404 200 404 404 404 404 404
clauses:word               opened             302 302 404 404 404 404 404 404 404 404
clauses:word               calibrated         302 302 404 404 200 404 404 404 404 404
clauses:criterion          noted              302 302 200 404 200 404 200 404 404 404
clauses:criterion_sheet    noted              302 302 200 404 200 404 200 404 404 404
clauses:submit             worded        POST 302 302 302 404 302 404 302 404 404 404
clauses:approve            submitted     POST 302 302 302 404 302 404 302 404 404 404
clauses:send_back          submitted          302 302 200 404 200 404 404 404 404 404
clauses:drop               submitted          302 302 404 404 200 404 404 404 404 404
clauses:redline            twice              302 302 404 404 404 404 404 404 404 404
clauses:comment            submitted          302 302 200 404 200 404 200 404 404 404
clauses:answer             thread             302 302 200 404 200 404 200 404 404 404
clauses:resolve            thread        POST 302 302 302 404 302 404 302 404 404 404
clauses:publish            consultation       302 302 200 404 200 404 404 404 404 404
clauses:prepare_again      lot           POST 302 302 302 404 302 404 302 404 404 404
clauses:note               calibrated         302 302 404 404 404 404 404 404 404 404
clauses:note               worded             302 302 200 404 200 404 200 404 404 404
clauses:bundle             worded             302 302 200 404 200 404 200 404 404 404
clauses:lots_bundle        consultation       302 302 200 404 200 404 200 404 404 404
clauses:wording            calibrated_ccap    302 302 404 404 404 404 404 404 404 404
clauses:wording            worded_ccap        302 302 200 404 200 404 200 404 404 404
clauses:printed            worded_ccap        302 302 200 404 200 404 200 404 404 404
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
        "calibrated_ccap": [calibrated, PieceCode.CCAP.value],
        "worded_ccap": [worded, PieceCode.CCAP.value],
        **_agreed(committee),
    }


def _agreed(committee):
    """Submitted with a thread, noted by a criterion, approved on a lot, compared."""
    sent = new_sent_programme(committee.buyer, LINES[CLEANING], LINES[MASONRY], LINES[PAPER])
    first, second, third = (purchase.id for purchase in purchases_of(sent, committee.buyer))
    submitted = new_clause(first, committee.facilitator, ClauseState.SUBMITTED)
    noted = new_clause(second, committee.facilitator, ClauseState.CALIBRATED)
    terms = replace(
        TERMS, basis=LegalBasis.CONDITION_AND_CRITERION, criterion_weight=Share.percent(10)
    )
    word_clause(clause_id=noted, terms=terms, by=committee.facilitator)
    on_a_lot = new_clause(third, committee.facilitator, ClauseState.SUBMITTED)
    send_clause_back(clause_id=on_a_lot, reason="À revoir.", by=committee.buyer)
    word_clause(clause_id=on_a_lot, terms=TERMS, by=committee.facilitator)
    row = new_consultation(buyer=committee.buyer, facilitator=committee.facilitator)
    new_lot(row, purchase=Clause.objects.get(pk=on_a_lot).purchase)
    submit_clause(clause_id=on_a_lot, by=committee.facilitator, on=localdate())
    approve_clause(clause_id=on_a_lot, number=2, by=committee.buyer, on=localdate())
    said = comment_clause(clause_id=submitted, piece="", text="Et ici ?", by=committee.buyer)
    return {
        "submitted": [submitted],
        "noted": [noted],
        "twice": [on_a_lot],
        "thread": [submitted, said],
        "consultation": [row.pk],
        "lot": [new_lot(row, state=LotState.UNSUCCESSFUL).pk],
    }
