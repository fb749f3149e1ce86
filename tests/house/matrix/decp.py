"""Published data: open to buyers for what is theirs, to facilitators and the coordination."""

from perenne.domain.procurement.tests.published import new_published
from perenne.kit.decp.tests.makers import BUYER

ROWS = """
                                                nob vis buy bu2 fac fa2 coo com str pre
decp:gaps                  -                  302 302 200 200 200 200 200 404 404 404
decp:buyer                 its_buyer          302 302 200 404 200 200 200 404 404 404
decp:table                 xlsx               302 302 200 200 200 200 200 404 404 404
decp:files                 -                  302 302 200 200 200 200 200 404 404 404
decp:report                file               302 302 404 404 200 404 200 404 404 404
decp:report_table          file               302 302 404 404 200 404 200 404 404 404
decp:apply                 fresh         POST 302 302 404 404 302 404 302 404 404 404
decp:publish               -                  302 302 200 200 200 200 200 404 404 404
decp:take_away             -                  302 302 200 200 200 200 200 404 404 404
decp:complete              contract           302 302 200 404 200 404 404 404 404 404
"""


EVERYBODYS = {"xlsx"}


def things(committee):
    scene = new_published(committee)
    return {
        "its_buyer": [BUYER],
        "xlsx": ["xlsx"],
        "file": [scene.applied],
        "fresh": [scene.fresh],
        "contract": [scene.contract],
    }
