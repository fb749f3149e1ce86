"""Globalisation: its facilitator decides, the coordination reads; each buyer reads its account."""

from perenne.domain.hours.actions import approve_plan, propose_plan
from perenne.rules.wording import Globalisation
from perenne.web.tests.globalising import Surplus

ROWS = """
                                                nob vis buy bu2 fac fa2 coo com str pre
globalisation:list         -                  302 302 404 404 200 200 200 404 404 404
globalisation:imagine      -                  302 302 404 404 200 200 200 200 200 404
globalisation:show         proposed           302 302 404 404 200 404 200 404 404 404
globalisation:approve      proposed      POST 302 302 404 404 302 404 302 404 404 404
globalisation:discard      proposed      POST 302 302 404 404 302 404 302 404 404 404
globalisation:undo         proposed           302 302 404 404 404 404 404 404 404 404
globalisation:undo         approved           302 302 404 404 200 404 404 404 404 404
hours:account              commitment         302 302 200 404 200 404 200 200 404 404
hours:account_file         account_csv        302 302 200 404 200 404 200 200 404 404
clauses:consent            asking             302 302 200 404 200 404 404 404 404 404
clauses:ask_consent        asking        POST 302 302 302 404 302 404 404 404 404 404
"""


def things(committee):
    people = (committee.facilitator, committee.buyer, committee.company)
    scene = Surplus(*people)
    by, on = committee.facilitator, scene.today
    approved = propose_plan(by=by, on=on)
    approve_plan(plan_id=approved, by=by, on=on)
    scene.works(60, 60, month=scene.next(1))
    asking = Surplus(*people, answer=Globalisation.CASE_BY_CASE).other
    return {
        "proposed": [propose_plan(by=by, on=on)],
        "approved": [approved],
        "commitment": [scene.other.pk],
        "account_csv": [scene.other.pk, "csv"],
        "asking": [asking.pk],
    }
