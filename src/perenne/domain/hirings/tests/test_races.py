"""Two who act on one hiring at the same instant: once, and the other is told."""

import pytest

from perenne.domain.hirings.actions import confirm_hiring, plan_hiring
from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.states import CONFIRMED
from perenne.domain.hirings.tests.conftest import Scene
from perenne.domain.participants.factories import new_verdict
from perenne.kit.journal.models import Entry
from perenne.kit.testing.commits import at_once, refusals

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_commits")]


def test_a_person_is_planned_and_confirmed_once_by_eight():
    scene = Scene()

    def plan():
        return plan_hiring(
            commitment_id=scene.commitment.pk, planned=scene.planned(), by=scene.company
        )

    assert len(refusals(at_once(*[plan] * 8))) == 7
    hiring = Hiring.objects.get()
    new_verdict(scene.person)

    def confirm():
        return confirm_hiring(hiring_id=hiring.pk, by=scene.facilitator)

    assert len(refusals(at_once(*[confirm] * 8))) == 7
    assert Hiring.objects.get().state == CONFIRMED
    assert Entry.objects.filter(act="hiring.confirm").count() == 1
