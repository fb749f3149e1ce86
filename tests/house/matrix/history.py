"""Histories: open to whom the thing is. The whole journal: to the coordination."""

from django.utils.timezone import localdate

from perenne.domain.clauses.factories import new_commitment
from perenne.domain.clauses.states import ClauseState
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.models import Plan
from perenne.domain.participants.factories import new_file
from perenne.domain.procurement.factories import (
    new_consultation,
    new_contract,
    new_lot,
    new_party,
)
from perenne.domain.procurement.states import LotState
from perenne.web.bilans.conftest import new_story
from perenne.web.tests.scenes import (
    CLEANING,
    LINES,
    MASONRY,
    new_clause,
    new_programme,
    new_sent_programme,
    purchases_of,
)

ROWS = """
                                   nob vis buy bu2 fac fa2 coo com str pre
history:journal      -             302 302 404 404 404 404 200 404 404 404
history:export       -             302 302 404 404 404 404 200 404 404 404
history:programme    draft         404 200 404 404 404 404 404 404 404 404
history:programme    sent          404 404 200 404 200 404 200 404 404 404
history:purchase     drafted       302 302 404 404 404 404 404 404 404 404
history:purchase     received      302 302 200 404 200 404 200 404 404 404
history:clause       opened        302 302 404 404 200 404 200 404 404 404
history:clause       worded        302 302 200 404 200 404 200 404 404 404
history:consultation consultation  302 302 200 404 200 404 200 404 404 404
history:lot          lot           302 302 200 404 200 404 200 404 404 404
history:contract     contract      302 302 200 404 200 404 200 404 404 404
history:commitment   commitment    302 302 200 404 200 404 200 200 404 404
history:person       person        302 302 404 404 200 404 200 404 404 404
history:hiring       hiring        302 302 404 404 200 404 200 200 404 404
history:bilan        bilan         302 302 200 404 200 404 200 200 404 404
history:plan         plan          302 302 404 404 200 404 200 404 404 404
"""


def things(committee):
    draft = new_programme(committee.visitor)
    sent = new_sent_programme(committee.buyer, LINES[CLEANING], LINES[MASONRY])
    cleaning, masonry = (purchase.id for purchase in purchases_of(sent, committee.buyer))
    worded = new_clause(cleaning, committee.facilitator, ClauseState.WORDED)
    lot = new_lot(
        new_consultation(buyer=committee.buyer, facilitator=committee.facilitator),
        state=LotState.AWARDED,
    )
    contract = new_contract(lot=lot)
    new_party(contract, company=committee.company)  # reads its page, and not what was paid others
    commitment = new_commitment(
        committee.facilitator, buyer=committee.buyer, company=committee.company
    )
    plan = Plan.objects.create(
        facilitator_id=committee.facilitator.organisation_id, made_on=localdate()
    )
    story = new_story(committee)
    story.works(6_000)
    return {
        "consultation": [lot.consultation_id],
        "lot": [lot.pk],
        "contract": [contract.pk],
        "commitment": [commitment.pk],
        "person": [new_file(facilitator=committee.facilitator).participant_id],
        "hiring": [new_hiring(commitment=commitment).pk],
        "plan": [plan.pk],
        "bilan": [story.freeze()],
        "draft": [draft],
        "sent": [sent],
        "drafted": [purchases_of(draft, committee.visitor)[CLEANING].id],
        "received": [cleaning],
        "opened": [new_clause(masonry, committee.facilitator)],
        "worded": [worded],
    }
