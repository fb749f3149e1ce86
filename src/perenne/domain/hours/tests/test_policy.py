"""Who may do what to a month of hours: X its company, F its facilitator, C the coordination.

Another company (x), another facilitator (f), its buyer (B), a visitor, the house: never.
"""

import pytest

from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.factories import new_sheet, new_work
from perenne.domain.hours.models import Outlook, Plan, Statement
from perenne.domain.hours.policy import (
    COMMITMENTS,
    GRANTS,
    OUTLOOKS,
    PARTIES,
    PLAN_GRANTS,
    PLANS,
    SHEET_GRANTS,
    SHEETS,
    WORKS,
)
from perenne.domain.hours.states import SheetState
from perenne.domain.hours.tests.conftest import MONTH, ON
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import HOUSE, VISITOR, Role

SHEET_TABLE = """
                 open declared disputed validated
sheet.view       XFC  XFC      XFC      XFC
sheet.declare    X    .        X        .
sheet.take_back  .    X        .        .
sheet.dispute    .    F        .        .
sheet.validate   .    F        .        .
"""
PLAN_TABLE = """
                 proposed approved discarded undone
plan.view        FC       FC       FC        FC
plan.approve     F        .        .         .
plan.discard     F        .        .         .
plan.undo        .        F        .         .
"""


def cells(table):
    heads, *rows = (row.split() for row in table.strip().splitlines())
    return [
        pytest.param(act, state, set(letters) - {"."}, id=f"{act} {state}")
        for act, *granted in rows
        for state, letters in zip(heads, granted, strict=True)
    ]


@pytest.fixture
def people(db):
    return {
        "X": new_actor(Role.COMPANY),
        "x": new_actor(Role.COMPANY),
        "F": new_actor(Role.FACILITATOR),
        "f": new_actor(Role.FACILITATOR),
        "B": new_actor(Role.BUYER),
        "C": new_actor(Role.COORDINATION),
        "v": VISITOR,
        "H": HOUSE,
    }


@pytest.fixture
def commitment(people):
    return new_commitment(people["F"], company=people["X"], buyer=people["B"])


def sheet_of(people, commitment, state):
    siret = whole_of(commitment).party.siret
    space = people["X"].organisation_id
    Statement.objects.create(siret=siret, month=MONTH, organisation_id=space)
    return new_sheet(new_hiring(commitment=commitment), state=state, reason="Heures à revoir")


def granted(policy, act, people, pk):
    return {letter for letter, one in people.items() if policy.allows(act, one, pk)}


@pytest.mark.parametrize(("act", "state", "who"), cells(SHEET_TABLE))
def test_who_may_do_what_to_a_sheet(people, commitment, act, state, who):
    sheet = sheet_of(people, commitment, SheetState(state))

    assert granted(SHEETS, act, people, sheet.pk) == who


@pytest.mark.parametrize(("act", "state", "who"), cells(PLAN_TABLE))
def test_who_may_do_what_to_a_plan(people, act, state, who):
    plan = Plan.objects.create(
        facilitator_id=people["F"].organisation_id, made_on=ON, state=state, reason="Erreur."
    )

    assert granted(PLANS, act, people, plan.pk) == who


def test_the_company_opens_its_month_and_the_facilitator_corrects(people, commitment):
    party = whole_of(commitment).party
    assert granted(PARTIES, "statement.open", people, party.pk) == {"X", "F"}
    assert granted(COMMITMENTS, "plan.propose", people, commitment.pk) == {"F"}
    assert granted(COMMITMENTS, "plan.redo", people, commitment.pk) == {"F"}
    assert granted(COMMITMENTS, "plan.imagine", people, commitment.pk) == {"F", "X"}
    assert granted(COMMITMENTS, "account.view", people, commitment.pk) == {"F", "X", "B", "C"}
    note = Outlook.objects.create(facilitator_id=people["F"].organisation_id, seen_on=ON)
    assert granted(OUTLOOKS, "outlook.view", people, note.pk) == {"F"}
    assert granted(OUTLOOKS, "outlook.note", people, note.pk) == {"H"}
    sheet = sheet_of(people, commitment, SheetState.OPEN)
    work = new_work(new_hiring(commitment=commitment), sheet=sheet)
    assert granted(WORKS, "work.correct", people, work.pk) == set()


def test_every_act_is_tried():
    said = {param.values[0] for param in (*cells(SHEET_TABLE), *cells(PLAN_TABLE))}
    assert said == set(SHEET_GRANTS) | set(PLAN_GRANTS)
    assert set(GRANTS) - said == {
        "statement.open", "plan.propose", "work.correct", "plan.redo", "plan.imagine",
        "account.view", "outlook.view", "outlook.note",
    }  # fmt: skip


def test_nobody_declares_and_validates(people):
    for one in people.values():
        who_declares = SHEETS.grants["sheet.declare"](one)
        who_validates = SHEETS.grants["sheet.validate"](one)
        both = SHEETS.model.objects.filter(who_declares).filter(who_validates)
        assert not both.exists()
