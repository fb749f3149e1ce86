"""Meetings and certificates: its facilitator leads, its people read, anybody checks a code."""

from uuid import uuid4

from perenne.domain.compliance.models import ReviewDecision
from perenne.domain.compliance.states import ReviewState
from perenne.web.tests.following import Followed

ROWS = """
                                         nob vis buy bu2 fac fa2 coo com str pre
reviews:list             -               302 302 200 200 200 200 200 200 200 404
reviews:add              commitment      302 302 404 404 200 404 404 404 404 404
reviews:state            commitment      302 302 200 404 200 404 200 200 404 404
reviews:show             planned         302 302 200 404 200 404 200 200 404 404
reviews:plan             due             302 302 404 404 200 404 404 404 404 404
reviews:plan             held            302 302 404 404 404 404 404 404 404 404
reviews:write            planned         302 302 404 404 200 404 404 404 404 404
reviews:cancel           planned    POST 302 302 404 404 200 404 404 404 404 404
reviews:share            held       POST 302 302 404 404 302 404 404 404 404 404
reviews:minutes          held            302 302 404 404 200 404 404 404 404 404
reviews:minutes          shared          302 302 200 404 200 404 200 200 404 404
reviews:appointment      planned         302 302 200 404 200 404 200 200 404 404
reviews:tick             decision   POST 302 302 404 404 302 404 404 302 404 404
reviews:file             no_file         302 302 404 404 404 404 404 404 404 404
reviews:take_off         gone       POST 302 302 404 404 302 404 404 404 404 404
certificates:list        -               302 302 200 200 200 200 200 200 200 404
certificates:issue       commitment      302 302 404 404 200 404 404 404 404 404
certificates:show        certificate     302 302 200 404 200 404 200 200 404 404
certificates:paper       certificate     302 302 200 404 200 404 200 200 404 404
certificates:replace     certificate     302 302 404 404 200 404 404 404 404 404
certificates:revoke      certificate     302 302 404 404 200 404 404 404 404 404
history:review           shared_history  302 302 200 404 200 404 200 200 404 404
history:certificate      its_history     302 302 200 404 200 404 200 200 404 404
certificates:check       code            200 200 200 200 200 200 200 200 200 200
certificates:check       no_code         404 404 404 404 404 404 404 404 404 404
certificates:paper_behind code           200 200 200 200 200 200 200 200 200 200
"""


def things(committee):
    scene = Followed(committee)
    scene.works(120, 3)
    planned, held, shared = scene.review(), scene.held(), scene.held(shared=True)
    decision = ReviewDecision.objects.get(review=shared, who="company")
    certificate = scene.certificate()
    return {
        "commitment": [scene.commitment.pk],
        "planned": [planned.pk],
        "due": [scene.review(ReviewState.DUE).pk],
        "held": [held.pk],
        "shared": [shared.pk],
        "decision": [decision.pk],
        "shared_history": [str(shared.pk)],
        "its_history": [str(certificate.pk)],
        "no_file": [shared.pk, uuid4()],
        "gone": [held.pk, uuid4()],
        "certificate": [certificate.pk],
        "code": [certificate.code],
        "no_code": ["A" * 20],
    }
