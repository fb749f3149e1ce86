"""The tally of each segment is what the simplest program counts, whatever changed, and audited."""

from collections import Counter

import pytest
from django.db import transaction
from django.db.models import F, Sum

from perenne.domain.assessments.actions import audit_summaries, fold
from perenne.domain.assessments.models import SegmentTally
from perenne.domain.assessments.queries.boards import segment_lines
from perenne.domain.assessments.tests.scene import Scene, new_scene
from perenne.domain.clauses.factories import (
    drop_clause,
    new_clause,
    new_commitment,
    new_published_clause,
)
from perenne.domain.clauses.models import Clause, Commitment
from perenne.domain.clauses.states import ClauseState
from perenne.domain.organisations.factories import new_actor
from perenne.domain.procurement.factories import new_consultation, new_lot
from perenne.domain.procurement.models import Contract, Lot
from perenne.domain.programming.models import PlannedPurchase
from perenne.kit.actors import HOUSE, Role
from perenne.kit.testing.standing import Standing

pytestmark = pytest.mark.django_db


@pytest.fixture(name="scene", scope="module")
def _scene(standing: Standing) -> Scene:
    with standing():
        scene = new_scene()
        new_published_clause(scene.facilitator, scene.buyer, segment="works")
        new_clause(scene.facilitator, state=ClauseState.WORDED)
        new_clause(scene.facilitator, state=ClauseState.WORDED)
        fold(by=HOUSE)
        return scene


def tallied():
    lines = SegmentTally.objects.order_by().values_list("what", "facilitator_id", "segment")
    sums = lines.annotate(many=Sum("number"), all=Sum("minutes"))
    return {place[:3]: (place[3], place[4]) for place in sums if place[3] or place[4]}


def by_hand():
    """In Python alone, row after row."""
    number, minutes = Counter(), Counter()
    for clause in Clause.objects.select_related("lot", "purchase").exclude(state="dropped"):
        place = ("claused", clause.facilitator_id, segment_of(clause))
        number[place] += 1
        minutes[place] += clause.due_minutes
    for one in Commitment.objects.select_related("contract", "clause__lot", "clause__purchase"):
        place = ("owed", one.contract.facilitator_id, segment_of(one.clause))
        number[place] += 1
        minutes[place] += one.due_minutes
    return {place: (number[place], minutes[place]) for place in number}


def segment_of(clause):
    of_its_lot = clause.lot.segment if clause.lot else ""
    return of_its_lot or (clause.purchase.segment if clause.purchase else "")


def a_clause(scene):
    new_clause(scene.facilitator)


def a_commitment(scene):
    new_commitment(scene.facilitator, hours=900)


def a_clause_is_dropped(scene):
    clause = Clause.objects.filter(state=ClauseState.WORDED).earliest("pk")
    drop_clause(clause_id=clause.pk, reason="Sans objet.", by=scene.facilitator)


def a_clause_asks_for_more(scene):
    open_one = Clause.objects.filter(pk=new_clause(scene.facilitator).pk)
    open_one.update(due_minutes=F("due_minutes") + 600)


def a_clause_is_given_away(scene):
    another = new_actor(Role.FACILITATOR).organisation_id
    Clause.objects.filter(pk=scene.first.clause_id).update(facilitator_id=another)


def a_contract_is_given_away(scene):
    another = new_actor(Role.FACILITATOR).organisation_id
    Contract.objects.filter(pk=scene.first.contract_id).update(facilitator_id=another)


def a_commitment_asks_for_less(scene):
    Commitment.objects.filter(pk=scene.first.pk).update(due_minutes=60)


def a_lot_changes(scene):
    Lot.objects.filter(pk=on_a_lot().lot_id).update(segment="security")


def a_lot_says_nothing_any_more(scene):
    Lot.objects.filter(pk=on_a_lot().lot_id).update(segment="")


def on_a_lot():
    return Clause.objects.exclude(lot=None).earliest("pk")


def a_purchase_changes(scene):
    PlannedPurchase.objects.filter(pk=scene.first.clause.purchase_id).update(segment="waste")


def a_clause_comes_to_a_lot_whose_segment_goes(scene):
    clause = new_clause(scene.facilitator)
    lot = new_lot(new_consultation(facilitator=scene.facilitator), segment="works")
    Clause.objects.filter(pk=clause.pk).update(lot=lot)
    assert tallied() == by_hand()
    PlannedPurchase.objects.filter(pk=clause.purchase_id).update(segment="waste")
    assert tallied() == by_hand()
    Lot.objects.filter(pk=lot.pk).update(segment="")


def what_was_done_is_undone(scene):
    with transaction.atomic():
        new_commitment(scene.facilitator, hours=300)
        transaction.set_rollback(True)


CHANGES = [
    a_clause, a_commitment, a_clause_is_dropped, a_clause_asks_for_more, a_clause_is_given_away,
    a_contract_is_given_away, a_commitment_asks_for_less, a_lot_changes,
    a_lot_says_nothing_any_more, a_purchase_changes, a_clause_comes_to_a_lot_whose_segment_goes,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_tallied_at_once_then_put_together_and_drifts_nowhere(scene, change):
    before = tallied()
    assert before == by_hand()
    change(scene)
    said = tallied()
    assert said == by_hand() != before
    fold(by=HOUSE)
    assert tallied() == said
    assert SegmentTally.objects.count() == len(said)
    assert not audit_summaries(by=HOUSE)


def test_one_after_the_other_on_the_same_scene(scene):
    for change in (*CHANGES, what_was_done_is_undone, *reversed(CHANGES[:-1])):
        change(scene)
        assert tallied() == by_hand(), change
    assert not audit_summaries(by=HOUSE)


def test_a_clause_that_is_deleted_is_taken_away(scene):
    clause = new_clause(scene.facilitator)
    assert clause.state == ClauseState.DRAFT
    clause.delete()
    assert tallied() == by_hand()


def test_what_was_there_before_tallies_were_kept_is_counted(scene):
    truth = tallied()
    SegmentTally.objects.all().delete()
    fold(by=HOUSE)
    assert tallied() == truth == by_hand()


def test_the_audit_finds_what_is_false_and_puts_it_right(scene):
    truth = tallied()
    SegmentTally.objects.filter(what="owed").update(minutes=F("minutes") + 1)
    SegmentTally.objects.create(
        what="claused", facilitator_id=7, segment="works", number=1, minutes=1
    )
    places = sum(what == "owed" for what, _, _ in truth)
    assert audit_summaries(by=HOUSE).tallies == places + 1
    assert tallied() == truth
    assert not audit_summaries(by=HOUSE)


def test_each_facilitator_reads_their_own_and_the_coordination_all(scene):
    other = new_actor(Role.FACILITATOR)
    new_commitment(other, hours=900)
    mine, theirs, every = (
        sum(line.commitments for line in segment_lines(seen_by=actor))
        for actor in (scene.facilitator, other, scene.coordination)
    )
    assert (mine, theirs, every) == (2, 1, 3)
