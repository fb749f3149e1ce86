"""Hours of the wrong month or contract are moved: nothing is lost, nothing counts twice."""

from datetime import date

import pytest

from perenne.domain.hours.actions import (
    Destination,
    Line,
    correct_work,
    declare_nothing,
    declare_sheet,
    dispute_sheet,
    move_work,
    validate_sheets,
)
from perenne.domain.hours.models import Allocation, PersonMonth, Sheet, Work
from perenne.domain.hours.queries.lines import lines_of
from perenne.domain.hours.states import OPEN
from perenne.domain.hours.tests.conftest import MONTH, NOW, ON, WHY, Scene, counted_on
from perenne.domain.hours.tests.ledger import broken
from perenne.domain.hours.tests.test_plans import TwoContracts
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import Role
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import Refused

SEPTEMBER, NOVEMBER = date(2026, 9, 1), date(2026, 11, 1)


@pytest.fixture
def scene(db):
    return TwoContracts()


def moved(scene, work, hiring, month=MONTH, minutes=600, **said):
    to = Destination(hiring.pk, month, minutes)
    usual = {"reason": WHY, "by": scene.facilitator, "on": ON}
    return move_work(work_id=work.pk, to=to, **{**usual, **said})


def net(sheet_id):
    rows = Work.objects.filter(sheet=sheet_id, corrects=None)
    return sum(rows.values_list("net_minutes", flat=True))


def test_hours_go_to_the_contract_they_were_worked_for_which_is_validated_already(scene):
    """Its month gains a line, counted at once; the other contract gives back what it had."""
    there = scene.hired_again(scene.other, scene.hirings[0])
    work, _two = scene.validated(3_000, 2_000)
    other = scene.opened(commitment=scene.other)
    declare_sheet(sheet_id=other.pk, lines=[Line(there.pk, 500)], by=scene.company, now=NOW)
    validate_sheets(sheet_ids=[other.pk], by=scene.facilitator, now=NOW)

    assert moved(scene, work, there, minutes=1_200) == other.pk
    assert (net(work.sheet_id), net(other.pk)) == (3_800, 1_700)
    assert (counted_on(scene.commitment), counted_on(scene.other)) == (3_800, 1_700)
    line = Work.objects.get(sheet=other, moved_from__isnull=False)
    assert (line.minutes, line.moved_from.corrects_id, line.reason) == (1_200, work.pk, WHY)
    facts = {row.subject_id: row.facts for row in Entry.objects.filter(act="work.move")}
    assert facts[str(work.sheet_id)] == {"moved": 1_200, "taken_back": 1_200, "month": "2026-10-01"}
    assert facts[str(other.pk)] == {"received": 1_200, "counted": 1_200, "month": "2026-10-01"}
    assert broken() == {}


def test_hours_of_another_month_wait_on_a_sheet_that_is_not_validated(scene):
    """The company declares that month as it likes: what was moved there stays, and counts last."""
    work, _two = scene.validated(3_000, 2_000)
    one = scene.hirings[0]
    sheet = Sheet.objects.get(pk=moved(scene, work, one, NOVEMBER, 900))
    assert (sheet.state, sheet.month, net(sheet.pk)) == (OPEN, NOVEMBER, 900)
    assert counted_on(scene.commitment) == 4_100
    assert lines_of(sheet) == ()

    for _turn in range(2):
        declare_sheet(sheet_id=sheet.pk, lines=[Line(one.pk, 400)], by=scene.company, now=NOW)
        dispute_sheet(sheet_id=sheet.pk, reason=WHY, by=scene.facilitator)
    assert net(sheet.pk) == 1_300
    declare_nothing(sheet_id=sheet.pk, by=scene.company, now=NOW)
    assert net(sheet.pk) == 900
    assert dict(PersonMonth.objects.values_list("month", "minutes").filter(
        participant=one.participant_id)) == {MONTH: 2_100, NOVEMBER: 900}  # fmt: skip
    assert validate_sheets(sheet_ids=[sheet.pk], by=scene.facilitator, now=NOW) == 900
    assert counted_on(scene.commitment) == 5_000
    assert broken() == {}


def test_what_was_moved_is_corrected_and_moved_again(scene):
    work, _two = scene.validated(3_000, 2_000)
    other = scene.validated(100, 100, month=NOVEMBER)[0].sheet_id
    moved(scene, work, scene.hirings[0], NOVEMBER, 900)
    line = Work.objects.get(moved_from__isnull=False)
    correct_work(work_id=line.pk, minutes=800, reason=WHY, by=scene.facilitator, on=ON)
    assert moved(scene, line, scene.hirings[0], MONTH, 800) == work.sheet_id

    assert (net(work.sheet_id), net(other)) == (4_900, 200)
    assert counted_on(scene.commitment) == 5_100
    assert broken() == {}


def test_hours_counted_elsewhere_by_a_plan_come_back_before_they_are_moved(db):
    scene = Scene(hours=10)
    one, _two = scene.validated(3_000, 2_000)
    Allocation.objects.create(work=one, commitment=scene.new_commitment(400), minutes=900)
    moved(scene, one, scene.hirings[0], NOVEMBER, 3_000)
    one.refresh_from_db()
    assert (one.net_minutes, one.allocated_minutes) == (0, 0)
    assert broken() == {}


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ({"minutes": 3_001}, "ne compte plus autant"),
        ({"minutes": 0}, "ne compte plus autant"),
        ({"reason": " "}, "Dites pourquoi"),
        ({"month": MONTH}, "sont déjà là"),
        ({"month": date(2026, 8, 1)}, "n’était pas embauchée"),
        ({"month": SEPTEMBER}, "pas en cours d’exécution"),
        ({"month": date(2027, 1, 1)}, "n’a pas commencé"),
    ],
)
def test_what_cannot_be_moved_says_why(scene, said, refusal):
    work, _two = scene.validated(3_000, 2_000)
    with pytest.raises(Refused, match=refusal):
        moved(scene, work, scene.hirings[0], **{"month": NOVEMBER, **said})
    assert Work.objects.count() == Allocation.objects.count() == 2
    assert set(Sheet.objects.values_list("month", flat=True)) == {MONTH}


def test_hours_move_neither_to_somebody_else_nor_by_somebody_else(scene):
    work, _two = scene.validated(3_000, 2_000)
    with pytest.raises(Refused, match="n’était pas embauchée"):
        moved(scene, work, scene.hirings[1], NOVEMBER)
    for stranger in (scene.company, new_actor(Role.FACILITATOR), new_actor(Role.COORDINATION)):
        with pytest.raises(Refused, match="ne pouvez pas faire cela"):
            moved(scene, work, scene.hirings[0], NOVEMBER, by=stranger)
