"""What waits on a desk: to confirm with its hours, to plan after a yes, to end before its day."""

from datetime import date, timedelta

from perenne.domain.hirings.actions import confirm_hiring, end_hiring, plan_hiring
from perenne.domain.hirings.queries.errands import (
    TO_CONFIRM,
    TO_END,
    TO_PLAN,
    TO_VERIFY,
    errands_in_hirings,
)
from perenne.domain.hirings.tests.conftest import FIRST_DAY
from perenne.domain.organisations.factories import new_actor
from perenne.domain.participants.factories import new_file, new_participant, new_verdict
from perenne.domain.participants.models import EligibilityFile
from perenne.domain.procurement.models import Party
from perenne.kit.actors import Role
from perenne.kit.errands import gather
from perenne.values import Hours

LAST_DAY = FIRST_DAY + timedelta(13)


def waiting(actor, on):
    return {one.kind: one for one in gather(errands_in_hirings(actor, on))}


def planned(scene, person, **facts):
    said = scene.planned(participant_id=person.pk, ends_on=LAST_DAY, **facts)
    return plan_hiring(commitment_id=scene.commitment.pk, planned=said, by=scene.company)


def test_the_facilitator_is_told_what_to_confirm_and_what_to_verify_first(scene):
    new_verdict(scene.person, facilitator=scene.facilitator)
    known = planned(scene, scene.person)
    unknown = new_participant(first_name="Zoé", last_name="Roy")
    new_file(unknown, facilitator=scene.facilitator, asked_by_id=scene.company.organisation_id)
    planned(scene, unknown, weekly_minutes=60)

    found = waiting(scene.facilitator, FIRST_DAY)
    assert set(found) == {TO_CONFIRM, TO_VERIFY}
    to_confirm = found[TO_CONFIRM]
    assert (to_confirm.keys, to_confirm.hours) == ((str(known),), Hours.of(70))
    assert (to_confirm.due_on, to_confirm.who) == (FIRST_DAY, scene.party.name)
    assert (found[TO_VERIFY].about, found[TO_VERIFY].hours) == ("Zoé Roy", Hours.of(2))
    assert waiting(new_actor(Role.FACILITATOR), FIRST_DAY) == {}


def test_the_company_is_told_whom_to_hire_then_when_the_contract_ends(scene):
    new_verdict(scene.person, facilitator=scene.facilitator)
    EligibilityFile.objects.update(asked_by_id=scene.company.organisation_id)
    found = waiting(scene.company, FIRST_DAY)
    assert set(found) == {TO_PLAN}
    assert found[TO_PLAN].about == f"{scene.person.first_name} {scene.person.last_name}"
    assert waiting(new_actor(Role.COMPANY), FIRST_DAY) == {}

    hiring_id = planned(scene, scene.person)
    assert waiting(scene.company, FIRST_DAY) == {}
    confirm_hiring(hiring_id=hiring_id, by=scene.facilitator)
    assert waiting(scene.company, LAST_DAY - timedelta(16)) == {}
    for day in (LAST_DAY - timedelta(15), LAST_DAY + timedelta(40)):
        assert waiting(scene.company, day)[TO_END].due_on == LAST_DAY
    assert waiting(scene.facilitator, LAST_DAY) == {}
    Party.objects.update(organisation=None)
    assert set(waiting(scene.facilitator, LAST_DAY)) == {TO_END}
    end_hiring(hiring_id=hiring_id, ended_on=LAST_DAY, by=scene.facilitator, on=date(2026, 12, 1))
    assert waiting(scene.facilitator, LAST_DAY) == {}
