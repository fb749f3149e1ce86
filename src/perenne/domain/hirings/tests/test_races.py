"""Two who act on one hiring at the same instant: once, and the other is told."""

from collections import Counter
from datetime import timedelta
from functools import partial

import pytest

from perenne.domain.hirings.actions import confirm_hiring, plan_hiring
from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.states import CONFIRMED
from perenne.domain.hirings.tests.conftest import FIRST_DAY, Scene
from perenne.domain.participants.actions import withdraw_verdict
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


def test_a_verdict_taken_back_while_one_confirms_opens_nothing_after_it():
    """Whoever is second sees what the first did; a refusal, and never a fault of the database."""
    scene = Scene()
    told = Counter()
    for number in range(6):
        day = FIRST_DAY + timedelta(400 * number)
        verdict = new_verdict(
            scene.person, facilitator=scene.facilitator, starts_on=day, ends_on=day + timedelta(99)
        )
        hiring_id = plan_hiring(
            commitment_id=scene.commitment.pk,
            planned=scene.planned(starts_on=day, ends_on=day + timedelta(9)),
            by=scene.company,
        )
        confirm = partial(confirm_hiring, hiring_id=hiring_id, by=scene.facilitator)
        take_back = partial(
            withdraw_verdict, verdict_id=verdict.pk, reason="Attestation fausse.",
            by=scene.facilitator,
        )  # fmt: skip
        said = refusals(at_once(confirm, take_back))
        state = Hiring.objects.get(pk=hiring_id).state
        assert (state == CONFIRMED) is not bool(said), said
        told[state] += 1
    print(f"confirmed first, or taken back first: {dict(told)}")
