"""Several people of a facilitator take note of the same promises at the same instant."""

import pytest

from perenne.domain.promises.actions import note_promises
from perenne.domain.promises.models import PromiseSeen
from perenne.domain.promises.tests.conftest import ON, Scene
from perenne.kit.journal.models import Entry
from perenne.kit.testing.commits import at_once, committee_again, real_commits

__all__ = ["committee_again", "real_commits"]
pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_commits")]
ROUNDS = 3


def test_promises_noted_at_once_are_noted_once_for_each_facilitator():
    scene = Scene()
    for number in range(1, ROUNDS + 1):
        for commitment in (scene.one, scene.other):
            scene.offer(scene.opening(commitment), 2_400)
        outcomes = at_once(
            *[
                lambda by=by: note_promises(structure_id=scene.etti.pk, by=by, on=ON)
                for by in (scene.first, scene.first, scene.second, scene.first)
            ]
        )
        assert outcomes == [None] * 4, f"round {number}"
        rows = PromiseSeen.objects.values_list("facilitator", "minutes_per_month")
        assert sorted(rows) == sorted(
            (by.organisation_id, number * 400 * 60) for by in (scene.first, scene.second)
        )
    assert Entry.objects.filter(act="promise.note").count() == 4 * ROUNDS
