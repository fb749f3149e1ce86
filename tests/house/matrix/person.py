"""Behind her link, her page opens to whoever holds it; the rest is for who is close to her."""

from django.utils.timezone import now

from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.factories import new_sheet, new_work
from perenne.domain.hours.models import Sheet, Voice
from perenne.domain.hours.states import DECLARED
from perenne.domain.participants.factories import new_file, new_link, new_participant

ROWS = """
                          nob vis buy bu2 fac fa2 coo com str pre
person:notice  -          200 200 200 200 200 200 200 200 200 200
person:own     link       200 200 200 200 200 200 200 200 200 200
person:speak   month      200 200 200 200 200 200 200 200 200 200
person:answer  voice      302 302 404 404 200 404 404 404 404 404
person:hand    person POST 302 302 404 404 200 404 302 404 404 200
person:mail    person POST 302 302 404 404 302 404 302 404 404 302
person:revoke  person POST 302 302 404 404 302 404 302 404 404 302
"""


def things(committee):
    person = new_participant(email="elle@exemple.test")
    new_file(
        person, facilitator=committee.facilitator,
        asked_by_id=committee.prescriber.organisation_id,
    )  # fmt: skip
    hiring = new_hiring(person, facilitator=committee.facilitator)
    work = new_work(hiring, sheet=new_sheet(hiring))
    sheet, token = work.sheet, new_link(person, now=now())
    Sheet.objects.filter(pk=sheet.pk).update(
        state=DECLARED, declared_at=now(), facilitator_id=committee.facilitator.organisation_id
    )
    voice = Voice.objects.create(
        participant=person, sheet=sheet, minutes=60, agrees=False, message="Faux"
    )
    return {
        "-": [],
        "link": [token],
        "month": [token, sheet.pk],
        "voice": [voice.pk],
        "person": [person.pk],
    }
