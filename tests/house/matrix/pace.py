"""The pace of commitments: who follows the contract; its facilitator answers for its alerts."""

from datetime import timedelta

from django.utils.timezone import localdate

from perenne.domain.clauses.factories import new_commitment
from perenne.domain.compliance.actions import watch_paces
from perenne.domain.compliance.models import PaceAlert
from perenne.kit.actors import HOUSE

ROWS = """
                                                nob vis buy bu2 fac fa2 coo com str pre
pace:list                  -                  302 302 200 200 200 200 200 200 200 200
pace:show                  commitment         302 302 200 404 200 404 200 200 404 404
pace:season                commitment         302 302 404 404 200 404 404 404 404 404
pace:look                  alert         POST 302 302 302 302 302 302 302 302 302 302
"""


def things(committee):
    today = localdate()
    started = today - timedelta(300)
    days = {"signed_on": started, "notified_on": started, "starts_on": started, "months": 12}
    commitment = new_commitment(
        committee.facilitator, buyer=committee.buyer, company=committee.company, **days
    )
    watch_paces(by=HOUSE, on=today)
    alert = PaceAlert.objects.get(commitment=commitment)
    return {"commitment": [commitment.pk], "alert": [alert.pk]}
