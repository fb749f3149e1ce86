"""Needs: whose contract it is, who is asked by their space or their link, everybody as offers."""

from perenne.domain.clauses.factories import new_commitment
from perenne.domain.sourcing.factories import token_for
from perenne.web.sourcing.conftest import Needing

ROWS = """
                                         nob vis buy bu2 fac fa2 coo com str pre
sourcing:list             -              302 302 200 200 200 200 200 200 200 200
sourcing:choose           -              302 302 404 404 200 200 200 200 200 404
sourcing:open             commitment     302 302 404 404 200 404 404 200 404 404
sourcing:show             opening        302 302 404 404 200 404 200 200 404 404
sourcing:close            opening        302 302 404 404 200 404 404 200 404 404
sourcing:fill             opening   POST 302 302 404 404 302 404 302 302 404 404
sourcing:keep             offer     POST 302 302 404 404 302 404 302 302 404 404
sourcing:leave            offer     POST 302 302 404 404 302 404 302 302 404 404
sourcing:leave_person     person    POST 302 302 404 404 302 404 302 302 404 404
sourcing:needs            -              302 302 404 404 404 404 404 404 200 200
sourcing:propose          opening        302 302 404 404 404 404 404 404 200 200
sourcing:asked            -              302 302 404 404 404 404 404 404 200 200
sourcing:resume           -         POST 302 302 404 404 404 404 404 404 302 302
sourcing:answer           solicitation   302 302 404 404 404 404 404 404 200 404
sourcing:withdraw         own_offer POST 302 302 404 404 404 404 404 404 302 302
sourcing:proposals        -              302 302 404 404 404 404 404 404 200 200
sourcing:withdraw_person  own_person POST 302 302 404 404 404 404 404 404 302 302
sourcing:reply            link           200 200 200 200 200 200 200 200 200 200
sourcing:offers           -              200 200 200 200 200 200 200 200 200 200
sourcing:offer            opening        200 200 200 200 200 200 200 200 200 200
history:opening           opening        302 302 404 404 200 404 200 200 404 404
"""

EVERYBODYS = {"link"}  # elsewhere, an unknown link


def things(committee):
    """An offer waits, another structure has not answered; a person is proposed."""
    needing = Needing(committee)
    new_commitment(committee.facilitator, buyer=committee.buyer, company=committee.company)
    opening = needing.opening()
    asked, waiting = needing.asked(opening), needing.asked(needing.opening())
    offer, candidate = needing.offer(asked), needing.candidate(opening)
    return {
        "commitment": [needing.commitment.pk],
        "opening": [opening.pk],
        "offer": [opening.pk, offer.pk],
        "own_offer": [offer.pk],
        "person": [opening.pk, candidate.pk],
        "own_person": [candidate.pk],
        "solicitation": [waiting.pk],
        "link": [token_for(waiting)],
    }
