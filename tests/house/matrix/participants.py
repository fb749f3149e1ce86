"""Who asked about a person reads the answer; the facilitator alone reads the rest."""

from datetime import timedelta

from django.utils.timezone import localdate, now

from perenne.domain.organisations.queries.invitations import print_of
from perenne.domain.participants.factories import new_file, new_participant, new_verdict
from perenne.domain.participants.models import EligibilityFile, Exit, FileLink, Knower

TODAY = localdate()

ROWS = """
                                                nob vis buy bu2 fac fa2 coo com str pre
participants:list              -              302 302 200 200 200 200 200 200 200 200
participants:ask               -              302 302 404 404 200 200 200 200 200 200
participants:show              file           302 302 404 404 200 404 404 404 404 404
participants:answer            file           302 302 404 404 302 404 404 200 404 404
participants:complete          file      POST 302 302 404 404 302 404 404 302 404 404
participants:withdraw          file      POST 302 302 404 404 302 404 404 302 404 404
participants:merge             pair      POST 302 302 404 404 302 404 404 404 404 404
participants:send              file           302 302 404 404 200 404 404 200 404 404
participants:say               question       200 200 200 200 200 200 200 200 200 200
participants:exits             -              302 302 200 200 200 200 200 200 200 200
participants:news              left           302 302 404 404 200 404 404 404 404 404
participants:leave             person         302 302 404 404 200 404 404 404 404 404
participants:pathway           person         302 302 404 404 200 404 200 404 404 404
participants:withdraw_verdict  verdict        302 302 404 404 200 404 404 404 404 404
"""


def things(committee):
    asker = {"asked_by_id": committee.company.organisation_id}
    file = new_file(facilitator=committee.facilitator, **asker)
    verdict = new_verdict(facilitator=committee.facilitator)
    EligibilityFile.objects.filter(pk=verdict.file_id).update(**asker)
    FileLink.objects.create(
        file=file, knower=Knower.PERSON, token_print=print_of("question"), asked_on=TODAY,
        expires_at=now() + timedelta(1),
    )  # fmt: skip
    left = Exit.objects.create(participant=file.participant, left_on=TODAY, situation="other")
    return {
        "question": ["question"],
        "left": [left.pk],
        "person": [file.participant_id],
        "file": [file.pk],
        "pair": [file.pk, new_participant().pk],
        "verdict": [verdict.file_id, verdict.pk],
    }
