"""Who may do what to a month of hours: X its company, F its facilitator, C the coordination.

Another company (x), another facilitator (f), its buyer (B), a visitor: never. The house (H) opens
months and asks for them.
"""

import pytest

from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.factories import new_sheet, new_work, validate
from perenne.domain.hours.models import CheckSetting, HoursImport, Outlook, Plan, Statement
from perenne.domain.hours.policy import (
    CHECKS,
    COMMITMENTS,
    GRANTS,
    IMPORT_GRANTS,
    IMPORTS,
    OUTLOOKS,
    PARTIES,
    PATHWAY_GRANTS,
    PLAN_GRANTS,
    PLANS,
    SHEET_GRANTS,
    SHEETS,
    STATEMENT_GRANTS,
    STATEMENTS,
    VOICE_GRANTS,
    WORKS,
)
from perenne.domain.hours.states import ImportState, SheetState
from perenne.domain.hours.tests.conftest import MONTH, ON
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import HOUSE, VISITOR, Role
from perenne.kit.files.keeping import keep
from perenne.kit.files.uses import Use
from perenne.rules.hours import DoubtCode

SHEET_TABLE = """
                 open declared disputed validated
sheet.view       XFC  XFC      XFC      XFC
sheet.fill       XFH  .        XFH      .
sheet.declare    X    .        X        .
sheet.take_back  .    X        .        .
sheet.comment    .    XF       XF       XF
sheet.dispute    .    F        .        .
sheet.settle     .    .        F        .
sheet.validate   .    F        .        .
"""
PLAN_TABLE = """
                 proposed approved discarded undone
plan.view        FC       FC       FC        FC
plan.approve     F        .        .         .
plan.discard     F        .        .         .
plan.undo        .        F        .         .
"""
IMPORT_TABLE = """
                 asking reading checked writing written
import.view      X      X       X       X       X
import.match     X      .       X       .       .
import.settle    .      .       X       .       .
import.read      .      XH      .       .       .
import.apply     .      .       X       .       .
import.write     .      .       .       XH      .
import.forget    XH     XH      XH      .       XH
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


def test_who_may_do_what_to_a_file_of_hours(people):
    file = keep(b"Nom;Heures\nRoy;7\n", "heures.csv", Use.TIMESHEET)
    found = {}
    for state in ImportState:
        row = HoursImport.objects.create(
            siret="1" * 14, organisation_id=people["X"].organisation_id, is_own=True, file=file,
            received_on=ON, state=state,
        )  # fmt: skip
        for act in IMPORT_GRANTS:
            found[act, state.value] = granted(IMPORTS, act, people, row.pk)
    said = {tuple(param.values[:2]): param.values[2] for param in cells(IMPORT_TABLE)}
    assert found == said


def test_the_company_opens_its_month_and_the_facilitator_corrects(people, commitment):
    party = whole_of(commitment).party
    assert granted(PARTIES, "statement.open", people, party.pk) == {"X", "F", "H"}
    assert granted(PARTIES, "import.receive", people, party.pk) == {"X", "F"}
    assert granted(COMMITMENTS, "plan.propose", people, commitment.pk) == {"F"}
    assert granted(COMMITMENTS, "plan.redo", people, commitment.pk) == {"F"}
    assert granted(COMMITMENTS, "plan.imagine", people, commitment.pk) == {"F", "X"}
    assert granted(COMMITMENTS, "account.view", people, commitment.pk) == {"F", "X", "B", "C"}
    note = Outlook.objects.create(facilitator_id=people["F"].organisation_id, seen_on=ON)
    assert granted(OUTLOOKS, "outlook.view", people, note.pk) == {"F"}
    assert granted(OUTLOOKS, "outlook.note", people, note.pk) == {"H"}
    sheet = sheet_of(people, commitment, SheetState.OPEN)
    for act, who in (("statement.view", {"X"}), ("statement.ask", {"H"})):
        assert granted(STATEMENTS, act, people, sheet.statement_id) == who
    work = new_work(new_hiring(commitment=commitment), sheet=sheet)
    assert granted(WORKS, "work.correct", people, work.pk) == set()
    validate(sheet)
    for act in ("work.correct", "work.move"):
        assert granted(WORKS, act, people, work.pk) == {"F"}


def test_the_coordination_tunes_the_checks_that_facilitators_read(people):
    setting = CheckSetting.objects.create(
        code=DoubtCode.SUNDAY, severity="ask", since=ON, reason="Décision du comité."
    )
    assert granted(CHECKS, "check.tune", people, setting.pk) == {"C"}
    assert granted(CHECKS, "check.read", people, setting.pk) == {"C", "F", "f"}


def test_every_act_is_tried():
    said = {param.values[0] for param in (*cells(SHEET_TABLE), *cells(PLAN_TABLE))}
    assert said == set(SHEET_GRANTS) | set(PLAN_GRANTS)
    said |= set(IMPORT_GRANTS) | set(PATHWAY_GRANTS) | set(VOICE_GRANTS)
    assert set(GRANTS) - said == {
        "statement.open", "import.receive", "plan.propose", "work.correct", "work.move",
        "check.read", "check.tune", "plan.redo", "plan.imagine", "account.view", "outlook.view",
        "outlook.note", *STATEMENT_GRANTS,
    }  # fmt: skip


def test_nobody_declares_and_validates(people):
    for one in people.values():
        who_declares = SHEETS.grants["sheet.declare"](one)
        who_validates = SHEETS.grants["sheet.validate"](one)
        both = SHEETS.model.objects.filter(who_declares).filter(who_validates)
        assert not both.exists()
