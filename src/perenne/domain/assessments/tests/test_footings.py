"""What lists read at once is what each commitment says when it is computed, whatever changed."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from perenne.domain.assessments.actions import fold, keep_footings
from perenne.domain.assessments.models import Footing
from perenne.domain.assessments.queries.boards import exposed_commitments, pace_board
from perenne.domain.assessments.queries.footings import Asked, stale_commitments
from perenne.domain.assessments.tests.scene import ON, Scene, new_scene
from perenne.domain.assessments.tests.test_folding import CHANGES
from perenne.domain.clauses.factories import new_commitment
from perenne.domain.compliance.queries.exposures import exposures
from perenne.domain.compliance.queries.pace import paces
from perenne.domain.organisations.models import Organisation
from perenne.domain.procurement.models import Contract, Party
from perenne.kit.actors import HOUSE, Actor
from perenne.rules.pace import Level
from perenne.values import Euros, Hours

pytestmark = pytest.mark.django_db


def of_a_name(scene: Scene) -> None:
    Party.objects.filter(contract=scene.first.contract_id).update(name="Bâtisseurs du Gâtinais")


def of_a_buyer(scene: Scene) -> None:
    Organisation.objects.filter(pk=scene.buyer.organisation_id).update(name="Ville du Gâtinais")


def of_an_object(scene: Scene) -> None:
    Contract.objects.filter(pk=scene.first.contract_id).update(object="Piscine du Gâtinais")


def everything_agrees(seen_by: Actor, on: date) -> tuple[object, ...]:
    """What the lists say, once it is checked that each commitment says the same by itself."""
    every, exposed = paces(seen_by=seen_by, on=on), exposures(seen_by=seen_by, on=on)
    board = pace_board(Asked(), seen_by=seen_by, on=on)
    assert board.page.items == list(every)
    assert board.levels == Counter(row.level for row in every)
    assert board.buyers == {str(row.buyer_id): row.buyer for row in every}
    assert board.epcis == {row.epci: row.epci_name for row in every if row.epci}
    for level in Level:
        some = pace_board(replace(Asked(words="gatinais"), level=level), seen_by=seen_by, on=on)
        said = [row for row in every if row.level is level and "tinais" in f"{row}"]
        assert [it.id for it in some.page.items] == [it.id for it in said]
    found = exposed_commitments(seen_by=seen_by, on=on)
    listed = (replace(one, followed=None, may_alert=False) for one in found.page.items)
    assert tuple(listed) == exposed
    assert found.total == sum((it.amount for it in exposed if it.amount), Euros(0))
    assert found.lacking == sum((it.standing.open for it in exposed), Hours(0))
    assert found.at_risk == sum(it.standing.is_late for it in exposed)
    return every, exposed


def test_lists_say_what_each_commitment_says_before_and_after_it_is_kept():
    scene = new_scene()
    new_commitment(scene.facilitator, hours=900)
    seers = (scene.facilitator, scene.coordination, scene.buyer)
    moved = 0
    fold(by=HOUSE)
    keep_footings(by=HOUSE, on=ON)
    for change in (*CHANGES, of_a_name, of_a_buyer, of_an_object):
        assert not stale_commitments(ON), change
        before = [everything_agrees(actor, ON) for actor in seers]
        change(scene)
        living = [everything_agrees(actor, ON) for actor in seers]
        fold(by=HOUSE)
        keep_footings(by=HOUSE, on=ON)
        assert [everything_agrees(actor, ON) for actor in seers] == living, change
        moved += living != before
    assert moved > 4


def test_a_new_day_reads_all_of_them_again():
    scene = new_scene()
    new_commitment(scene.facilitator, hours=900)
    fold(by=HOUSE)
    assert keep_footings(by=HOUSE, on=ON) == Footing.objects.count() == 2
    assert keep_footings(by=HOUSE, on=ON) == 0
    later = ON + timedelta(90)
    everything_agrees(scene.facilitator, later)
    assert keep_footings(by=HOUSE, on=later) == 2
    everything_agrees(scene.facilitator, later)
    Footing.objects.update(level=Level.ALARM.value)  # what is kept is what is read
    assert pace_board(Asked(), seen_by=scene.facilitator, on=later).levels == {Level.ALARM: 2}
