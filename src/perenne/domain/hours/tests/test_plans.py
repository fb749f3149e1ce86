"""Hours that their own commitment does not need are counted on another one, and taken back."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from perenne.domain.clauses import factories as clauses
from perenne.domain.hours.actions import (
    approve_plan,
    correct_work,
    discard_plan,
    propose_plan,
    undo_plan,
)
from perenne.domain.hours.models import Allocation, Plan, Work
from perenne.domain.hours.queries.plans import plan_facts
from perenne.domain.hours.states import APPROVED, DISCARDED, UNDONE
from perenne.domain.hours.tests.conftest import ON, WHY, Scene, counted_on
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import Role
from perenne.kit.refusals import Refused
from perenne.rules.wording import Globalisation


class TwoContracts(Scene):
    """The first owes one hundred hours, the other four hundred, of the same company."""

    def __init__(self):
        super().__init__(hours=100)
        self.other = self.new_commitment(400)
        self.other.contract.parties.update(siret=self.siret)


@pytest.fixture
def scene(db):
    return TwoContracts()


def proposed(scene, **asked):
    return propose_plan(by=scene.facilitator, on=ON, **asked)


def test_the_surplus_is_proposed_read_and_counted_once_approved(scene):
    works = scene.validated(5_000, 5_000)
    plan_id = proposed(scene)
    (line,) = Plan.objects.get(pk=plan_id).lines.all()
    assert (line.work_id, line.minutes, line.commitment_id) == (works[1].pk, 4_000, scene.other.pk)
    assert "par globalisation" in line.sentence
    assert scene.hirings[1].participant.code in line.sentence
    assert counted_on(scene.other) == 0

    assert approve_plan(plan_id=plan_id, by=scene.facilitator, on=ON) == 4_000
    assert (counted_on(scene.commitment), counted_on(scene.other)) == (6_000, 4_000)
    assert Plan.objects.get().state == APPROVED
    with pytest.raises(Refused, match="il n’y a rien à faire"):
        proposed(scene)


def test_a_plan_is_undone_by_lines_that_compensate(scene):
    scene.validated(5_000, 5_000)
    plan_id = proposed(scene)
    approve_plan(plan_id=plan_id, by=scene.facilitator, on=ON)
    with pytest.raises(Refused, match="Dites pourquoi"):
        undo_plan(plan_id=plan_id, reason=" ", by=scene.facilitator)

    assert undo_plan(plan_id=plan_id, reason=WHY, by=scene.facilitator) == 4_000
    assert counted_on(scene.other) == 0
    assert Allocation.objects.filter(plan=plan_id).count() == 2
    assert Plan.objects.get().state == UNDONE
    assert approve_plan(plan_id=proposed(scene), by=scene.facilitator, on=ON) == 4_000


def test_a_correction_takes_back_what_is_counted_elsewhere_first(scene):
    works = scene.validated(5_000, 5_000)
    plan_id = proposed(scene)
    approve_plan(plan_id=plan_id, by=scene.facilitator, on=ON)
    correct_work(work_id=works[1].pk, minutes=2_000, reason=WHY, by=scene.facilitator, on=ON)

    assert (counted_on(scene.commitment), counted_on(scene.other)) == (6_000, 1_000)
    assert undo_plan(plan_id=plan_id, reason=WHY, by=scene.facilitator) == 1_000
    assert counted_on(scene.other) == 0


def test_a_plan_of_yesterday_is_refused_when_its_hours_changed(scene):
    works = scene.validated(5_000, 5_000)
    first, second = proposed(scene), proposed(scene)
    correct_work(work_id=works[1].pk, minutes=4_999, reason=WHY, by=scene.facilitator, on=ON)
    for plan_id in (first, second):
        with pytest.raises(Refused, match="écartez-la"):
            approve_plan(plan_id=plan_id, by=scene.facilitator, on=ON)
    discard_plan(plan_id=first, by=scene.facilitator)
    assert Plan.objects.get(pk=first).state == DISCARDED
    approve_plan(plan_id=proposed(scene), by=scene.facilitator, on=ON)
    assert counted_on(scene.other) == 3_999


@pytest.mark.parametrize("answer", [Globalisation.REFUSED, Globalisation.CASE_BY_CASE])
@pytest.mark.parametrize("closed", ["origin", "other"])
def test_both_buyers_accept_or_nothing_moves(db, monkeypatch, answer, closed):
    said = {"origin": Globalisation.ACCEPTED, "other": Globalisation.ACCEPTED, closed: answer}

    def answering(side):
        terms = replace(clauses.TERMS, globalisation=said[side])
        monkeypatch.setattr(clauses, "TERMS", terms)

    answering("origin")
    scene = Scene(hours=100)
    answering("other")
    scene.new_commitment(400).contract.parties.update(siret=scene.siret)
    scene.validated(5_000, 5_000)
    with pytest.raises(Refused, match="il n’y a rien à faire"):
        proposed(scene)


def test_another_facilitator_neither_sees_nor_approves(scene):
    scene.validated(5_000, 5_000)
    plan_id, other = proposed(scene), new_actor(Role.FACILITATOR)
    with pytest.raises(Refused, match="rien à faire"):
        propose_plan(by=other, on=ON)
    with pytest.raises(Refused, match="ne pouvez pas faire cela"):
        approve_plan(plan_id=plan_id, by=other, on=ON)
    with pytest.raises(Refused, match="ne permet pas cela"):
        propose_plan(by=scene.company, on=ON)


def test_one_company_alone_is_planned(scene):
    scene.validated(5_000, 5_000)
    with pytest.raises(Refused, match="rien à faire"):
        proposed(scene, siret="00000001800019")
    assert proposed(scene, siret=scene.siret)


def test_the_facts_take_as_many_questions_for_many_rows(scene):
    def questions():
        with CaptureQueriesContext(connection) as asked:
            plan_facts(seen_by=scene.facilitator, on=ON)
        return len(asked)

    scene.validated(5_000, 5_000)
    few = questions()
    scene.validated(5_000, 5_000, month=date(2026, 11, 1))
    for _ in range(3):
        scene.new_commitment(10)
    assert Work.objects.count() == 4
    assert questions() == few
