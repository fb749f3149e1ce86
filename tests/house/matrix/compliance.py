"""Shortfalls: the facilitator alerts and proposes, the buyer writes and decides, its party answers.

Letters are of everybody whom the shortfall is shown to.
"""

from perenne.domain.compliance.actions import SentFile, answer_shortfall
from perenne.domain.compliance.models import Letter, ObservationFile
from perenne.kit.files.tests.makers import pdf
from perenne.web.tests.late import Late

ROWS = """
                              nob vis buy bu2 fac fa2 coo com str pre
compliance:list       -       302 302 200 200 200 200 200 200 200 200
compliance:open       other   302 302 404 404 200 404 404 404 404 404
compliance:show       open    302 302 200 404 200 404 200 200 404 404
compliance:answer     open    302 302 404 404 404 404 404 200 404 404
compliance:enclosure  paper   302 302 200 404 200 404 200 200 404 404
compliance:summon     open    302 302 200 404 404 404 404 404 404 404
compliance:close      open    302 302 404 404 200 404 404 404 404 404
compliance:propose    open    302 302 404 404 200 404 404 404 404 404
compliance:withdraw   put     302 302 404 404 200 404 404 404 404 404
compliance:decide     put     302 302 200 404 404 404 404 404 404 404
compliance:letter     letter  302 302 200 404 200 404 200 200 404 404
compliance:receive    unread  302 302 200 404 200 404 404 404 404 404
compliance:decision   over    302 302 200 404 200 404 200 200 404 404
history:shortfall     open    302 302 200 404 200 404 200 404 404 404
"""


def things(committee):
    late = Late(committee)
    row = late.alerted()
    answer_shortfall(
        shortfall_id=row.pk, text="Aucun candidat.", by=committee.company,
        files=[SentFile(pdf(), "candidats.pdf")],
    )  # fmt: skip
    letter = Letter.objects.get(shortfall=row)
    put = late.proposed(late.another("Voirie"))
    over = late.decided(late.another("Façades"))
    unread = late.unread(late.another("Toiture"))
    file = ObservationFile.objects.get()
    return {
        "open": [row.pk],
        "other": [late.another("Halle").pk],
        "paper": [row.pk, file.file_id],
        "put": [put.pk],
        "letter": [row.pk, letter.pk],
        "unread": [unread.shortfall_id, unread.pk],
        "over": [over.pk],
    }
