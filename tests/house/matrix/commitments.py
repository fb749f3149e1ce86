"""Commitments: their buyer, facilitator and coordination, and the parties of the contract."""

from django.utils.timezone import localdate, now

from perenne.domain.clauses.actions import propose_share
from perenne.domain.clauses.factories import (
    new_commitment,
    new_published_clause,
    token_for,
    whole_of,
)
from perenne.domain.procurement.factories import new_contract, new_party
from perenne.domain.procurement.states import SIGNED
from perenne.values import Hours

ROWS = """
                                                nob vis buy bu2 fac fa2 coo com str pre
clauses:commitments        -                  302 302 200 200 200 200 200 200 200 200
clauses:commitment         commitment         302 302 200 404 200 404 200 200 200 404
clauses:kick_off           commitment         302 302 404 404 200 404 404 404 404 404
clauses:split_again        commitment    POST 302 302 404 404 302 404 404 404 404 404
clauses:sheet              commitment         302 302 200 404 200 404 200 200 404 404
clauses:convention         agreement          302 302 200 404 200 404 200 200 404 404
clauses:pack               commitment         302 302 200 404 200 404 200 200 404 404
clauses:entrust            whole              302 302 404 404 200 404 404 200 404 404
clauses:reply              share              302 302 404 404 404 404 404 404 200 404
clauses:withdraw           share              302 302 404 404 200 404 404 200 404 404
clauses:resend             share         POST 302 302 404 404 302 404 404 302 404 404
clauses:start              signed             302 302 200 404 200 404 404 404 404 404
clauses:close              notified           302 302 200 404 200 404 404 404 404 404
clauses:offer              link               200 200 200 200 200 200 200 200 200 200
"""


EVERYBODYS = {"link"}  # elsewhere, an unknown link


def things(committee):
    commitment = new_commitment(
        committee.facilitator, buyer=committee.buyer, company=committee.company
    )
    whole, contract = whole_of(commitment), commitment.contract
    sub = new_party(contract, under=whole.party, company=committee.structure)
    share = propose_share(
        parent_id=whole.pk, party_id=sub.pk, hours=Hours.of(10), by=committee.company,
        on=localdate(), now=now(),
    )  # fmt: skip
    clause = new_published_clause(committee.facilitator, committee.buyer)
    signed = new_contract(lot=clause.lot, state=SIGNED)
    new_party(signed)
    return {
        "commitment": [commitment.pk],
        "agreement": [commitment.pk, "docx"],
        "whole": [commitment.pk, whole.pk],
        "share": [commitment.pk, share],
        "signed": [signed.pk],
        "notified": [contract.pk],
        "link": [token_for(share)],
    }
