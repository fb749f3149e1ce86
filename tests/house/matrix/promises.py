"""What a structure has promised: itself, those to whom it promised, the coordination."""

from perenne.domain.clauses.factories import new_commitment
from perenne.domain.promises.tests.conftest import Scene

ROWS = """
                                                nob vis buy bu2 fac fa2 coo com str pre
promises:show              promised           302 302 404 404 200 404 200 404 200 404
promises:note              promised      POST 302 302 302 302 302 302 302 302 302 302
promises:together          need          POST 302 302 404 404 302 404 302 302 404 404
"""


def things(committee):
    scene = Scene()
    scene.etti.organisation_id = committee.structure.organisation_id
    scene.etti.save()
    for _ in range(2):
        scene.offer(scene.opening(new_commitment(committee.facilitator)), 2_400)
    commitment = new_commitment(committee.facilitator, company=committee.company)
    return {"promised": [scene.etti.pk], "need": [scene.opening(commitment).pk]}
