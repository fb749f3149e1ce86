"""Any sequence of acts, in any order: after each one, the invariants hold (I1 to I11).

The acts are those of the application; the questions are SQL that shares no code with them.
Refusals are answers; anything else that is raised fails the test.
"""

from collections import Counter
from datetime import date

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as some
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from perenne.domain.hours.actions import (
    Destination,
    Line,
    approve_plan,
    correct_work,
    declare_nothing,
    declare_sheet,
    discard_plan,
    dispute_sheet,
    move_work,
    propose_plan,
    take_sheet_back,
    undo_plan,
    validate_sheets,
)
from perenne.domain.hours.models import Plan, Sheet, Work
from perenne.domain.hours.states import APPROVED, PROPOSED
from perenne.domain.hours.tests.conftest import MONTH, NOW, ON, WHY
from perenne.domain.hours.tests.ledger import BROKEN, broken
from perenne.domain.hours.tests.test_plans import TwoContracts
from perenne.domain.procurement.actions import AmendmentFacts, amend_contract
from perenne.kit.refusals import Refused
from perenne.kit.testing.roles import OWNER, acting_as
from perenne.rules.hours import HourKind
from perenne.values import Hours

pytestmark = pytest.mark.slow
DAY = date(2026, 10, 5)
DONE: Counter[str] = Counter()
place = some.integers(0, 3)
minutes = some.one_of(some.integers(60, 6_000), some.integers(-60, 9_000))
kinds = some.sampled_from([HourKind.WORK, HourKind.INTERNAL_TRAINING, HourKind.COMMUTE])


class Ledger(RuleBasedStateMachine):
    """Two people, two commitments of one company, two months; all is undone at the end."""

    def __init__(self):
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        scene = self.scene = TwoContracts()
        there = [scene.hired_again(scene.other, hiring) for hiring in scene.hirings]
        self.crews = {scene.commitment.pk: scene.hirings, scene.other.pk: there}
        scene.validated(5_000, 5_000)
        for month in (MONTH, date(2026, 11, 1)):
            scene.opened(month)
        self.proposals = 0
        self.sheets = list(Sheet.objects.order_by("pk").values_list("pk", "commitment_id"))

    def teardown(self):
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    def sheet_in(self, at, *states):
        """Among those that are ripe for the act, or else any: that one will be refused."""
        ids = [pk for pk, _ in self.sheets]
        ripe = Sheet.objects.filter(pk__in=ids, state__in=states).order_by("pk")
        found = list(ripe.values_list("pk", "commitment_id")) or self.sheets
        return found[at % len(found)]

    def tried(self, act, **said):
        try:
            act(**said)
        except Refused:
            DONE["refused"] += 1
        else:
            DONE[act.__name__] += 1

    @rule(at=place, first=minutes, second=minutes, kind=kinds, dated=some.booleans())
    def declare(self, at, first, second, kind, dated):
        sheet, commitment = self.sheet_in(at, "open", "disputed")
        one, two = self.crews[commitment]
        days = {DAY: first} if dated else {}
        lines = [Line(one.pk, first, kind, days), Line(two.pk, second)]
        company = self.scene.company
        self.tried(declare_sheet, sheet_id=sheet, lines=lines, by=company, now=NOW)

    @rule(at=place)
    def declare_no_hour(self, at):
        sheet, _ = self.sheet_in(at, "open", "disputed")
        self.tried(declare_nothing, sheet_id=sheet, by=self.scene.company, now=NOW)

    @rule(at=place)
    def take_back(self, at):
        sheet, _ = self.sheet_in(at, "declared")
        self.tried(take_sheet_back, sheet_id=sheet, by=self.scene.company)

    @rule(at=place)
    def dispute(self, at):
        said = {"sheet_id": self.sheet_in(at, "declared")[0], "reason": WHY}
        self.tried(dispute_sheet, by=self.scene.facilitator, **said)

    @rule()
    def validate_all_that_waits(self):
        waiting = Sheet.objects.filter(state="declared").values_list("pk", flat=True)
        if waiting:
            self.tried(validate_sheets, sheet_ids=list(waiting), by=self.scene.facilitator, now=NOW)

    @rule(at=place, minutes=minutes)
    def correct(self, at, minutes):
        works = list(Work.objects.filter(corrects=None).order_by("pk"))
        if works:
            said = {"work_id": works[at % len(works)].pk, "minutes": minutes, "reason": WHY}
            self.tried(correct_work, by=self.scene.facilitator, on=ON, **said)

    @rule(at=place, to=place, minutes=minutes, month=some.integers(0, 1))
    def move(self, at, to, minutes, month):
        works = list(Work.objects.filter(corrects=None).order_by("pk"))
        crew = [one for hirings in self.crews.values() for one in hirings]
        place = Destination(crew[to].pk, (MONTH, date(2026, 11, 1))[month], minutes)
        if works:
            said = {"work_id": works[at % len(works)].pk, "to": place, "reason": WHY}
            self.tried(move_work, by=self.scene.facilitator, on=ON, **said)

    @precondition(lambda self: self.proposals < 2)
    @rule()
    def propose(self):
        self.proposals += 1
        self.tried(propose_plan, by=self.scene.facilitator, on=ON)

    @rule(at=place)
    def approve(self, at):
        self.on_a_plan(approve_plan, at, PROPOSED, on=ON)

    @rule(at=place)
    def discard(self, at):
        self.on_a_plan(discard_plan, at, PROPOSED)

    @rule(at=place)
    def undo(self, at):
        self.on_a_plan(undo_plan, at, APPROVED, reason=WHY)

    @rule(at=place, hours=some.integers(0, 600))
    def amend(self, at, hours):
        """What is owed goes up or down, under what is counted too."""
        contract = (self.scene.commitment, self.scene.other)[at % 2].contract_id
        facts = AmendmentFacts("Volume revu", ON, MONTH, due=Hours.of(hours))
        self.tried(amend_contract, contract_id=contract, said=facts, by=self.scene.facilitator)

    def on_a_plan(self, act, at, state, **said):
        plans = list(Plan.objects.filter(state=state).order_by("-pk"))
        self.proposals = 0
        if plans:
            self.tried(act, plan_id=plans[at % len(plans)].pk, by=self.scene.facilitator, **said)

    @invariant()
    def the_ledger_holds(self):
        assert broken() == {}


def test_whatever_is_done_in_whatever_order_the_ledger_holds(db):
    run_state_machine_as_test(
        Ledger,
        settings=settings(
            max_examples=10,
            stateful_step_count=24,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
    print(f"acts done and refused: {dict(DONE)}")
    assert {"declare_sheet", "validate_sheets", "correct_work", "move_work"} <= set(DONE)


PLANTED = {
    "I1": "INSERT INTO hours_allocation (work_id, commitment_id, minutes, reason)"
    " VALUES ({work}, {other}, 9000, '')",
    "I2": "INSERT INTO hours_allocation (work_id, commitment_id, minutes, reason)"
    " VALUES ({first}, {other}, -1, 'Planté ici')",
    "I3": "UPDATE hours_work SET corrects_id = {first}, hiring_id = hiring_id,"
    " sheet_id = {sheet} WHERE corrects_id IS NOT NULL",
    "I3b": "UPDATE hours_work SET moved_from_id = {first}, reason = 'Planté ici' WHERE id = {work}",
    "I4": "UPDATE hours_sheet SET state = 'declared', validated_at = NULL"
    " WHERE state = 'validated'",
    "I5": "UPDATE participants_verdict SET is_eligible = false, ground = '', starts_on = NULL",
    "I7": "UPDATE clauses_clause SET globalisation = 'refused'",
    "I8": "INSERT INTO hours_workday (work_id, participant_id, day, minutes)"
    " SELECT w.id, {person}, '2026-10-05', 800 FROM hours_work w WHERE corrects_id IS NULL",
    "I9": "UPDATE hours_work SET participant_id = {person}, minutes = 30000"
    " WHERE corrects_id IS NULL",
    "I10": "UPDATE clauses_commitment SET due_minutes = 1",
    "I11": "UPDATE hours_balance SET minutes = minutes + 1",
    "I11b": "UPDATE hours_balance SET at_home = NOT at_home",
}


def test_each_question_sees_what_is_planted_behind_the_triggers(real_commits):
    scene = TwoContracts()
    works = scene.validated(5_000, 5_000)
    plan = propose_plan(by=scene.facilitator, on=ON)
    approve_plan(plan_id=plan, by=scene.facilitator, on=ON)
    said = {"work_id": works[0].pk, "minutes": 4_900, "reason": WHY}
    correct_work(by=scene.facilitator, on=ON, **said)
    november = scene.opened(date(2026, 11, 1))
    names = {
        "first": works[0].pk, "work": works[1].pk, "other": scene.other.pk,
        "sheet": november.pk, "person": scene.hirings[0].participant_id,
    }  # fmt: skip
    assert broken() == {}
    with acting_as(OWNER):
        seen = {code: planted(order.format(**names)) for code, order in PLANTED.items()}
    print({code: sorted(name.split()[0] for name in found) for code, found in seen.items()})
    assert {code for code, found in seen.items() if code in {it.split()[0] for it in found}} == (
        {name.split()[0] for name in BROKEN}
    )
    assert broken() == {}


def planted(order):
    """What the questions say of this write, made without any trigger, then undone."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(order)
        found = set(broken())
        transaction.set_rollback(True)
    return found
