"""Eight writers on the same months at the same instant: no deadlock, no minute twice.

`at_once` lets only refusals through: a deadlock or a constraint of ours fails the test.
"""

from datetime import date
from functools import partial
from itertools import count
from threading import Barrier

import pytest

from perenne.domain.clauses.models import Commitment
from perenne.domain.hours.actions import (
    Destination,
    Line,
    approve_plan,
    correct_work,
    counting,
    declare_sheet,
    move_work,
    propose_plan,
    take_sheet_back,
    undo_plan,
    validate_sheets,
)
from perenne.domain.hours.models import Allocation, Sheet, Work
from perenne.domain.hours.queries.counted import counting_of
from perenne.domain.hours.tests.conftest import MONTH, NOW, ON, WHY, counted_on
from perenne.domain.hours.tests.ledger import broken
from perenne.domain.hours.tests.test_plans import TwoContracts
from perenne.kit.refusals import Refused
from perenne.kit.testing.commits import PATIENCE, at_once, refusals

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_commits")]
ROUNDS, NOVEMBER = 4, date(2026, 11, 1)


def validating(scene, *sheets):
    return lambda: validate_sheets(
        sheet_ids=[it.pk for it in sheets], by=scene.facilitator, now=NOW
    )


def correcting(scene, work, minutes):
    return lambda: correct_work(
        work_id=work.pk, minutes=minutes, reason=WHY, by=scene.facilitator, on=ON
    )


def moving(scene, work, hiring, month, minutes=700):
    to = Destination(hiring.pk, month, minutes)
    return lambda: move_work(work_id=work.pk, to=to, reason=WHY, by=scene.facilitator, on=ON)


def planning(scene):
    return lambda: approve_plan(
        plan_id=propose_plan(by=scene.facilitator, on=ON), by=scene.facilitator, on=ON
    )


def undoing(scene, plan_id):
    return lambda: undo_plan(plan_id=plan_id, reason=WHY, by=scene.facilitator)


def test_eight_validate_the_same_months_once():
    scene = TwoContracts()
    sheets = [scene.declared(5_000, 5_000, month=month) for month in (MONTH, NOVEMBER)]
    said = at_once(*[validating(scene, *order) for order in (sheets, sheets[::-1]) * 4])

    assert len(refusals(said)) == 7
    assert counted_on(scene.commitment) == 6_000
    assert broken() == {}


def test_two_months_of_one_commitment_validated_at_once_stay_within_what_it_owes():
    scene = TwoContracts()
    sheets = [scene.declared(5_000, 5_000, month=month) for month in (MONTH, NOVEMBER)]
    said = at_once(*[validating(scene, sheet) for sheet in sheets])

    assert refusals(said) == []
    assert counted_on(scene.commitment) == 6_000
    assert broken() == {}


def test_two_writers_who_do_not_lock_the_commitment_meet_at_the_last_line(monkeypatch):
    """The lock is a courtesy: without it, PostgreSQL gives the whole to one and nothing to two."""
    scene = TwoContracts()
    sheets = [scene.declared(5_000, 5_000, month=month) for month in (MONTH, NOVEMBER)]
    everybody = Barrier(2)

    def reading(ids):
        rows = Commitment.objects.filter(pk__in=set(ids)).select_related("clause")
        return {row.pk: row for row in rows}

    def read_by_both(*said):
        found = list(counting_of(*said))
        everybody.wait(PATIENCE)
        return found

    monkeypatch.setattr(counting, "lock_commitments", reading)
    monkeypatch.setattr(counting, "counting_of", read_by_both)
    said = at_once(*[validating(scene, sheet) for sheet in sheets])

    assert len(refusals(said)) == 1
    assert "recevrait plus d’heures" in refusals(said)[0]
    assert counted_on(scene.commitment) == 6_000
    assert broken() == {}


def test_eight_validate_correct_plan_and_undo_the_same_works():
    scene = TwoContracts()
    works = scene.validated(5_000, 5_000)
    november = scene.declared(3_000, 3_000, month=NOVEMBER)
    turns, done, refused = count(1), 0, 0
    for _ in range(ROUNDS):
        plans = list(
            Allocation.objects.filter(plan__state="approved").values_list("plan", flat=True)
        )[:1]
        minutes = 4_000 + 100 * next(turns)
        acts = [
            validating(scene, november),
            correcting(scene, works[0], minutes), correcting(scene, works[1], minutes),
            correcting(scene, works[1], minutes + 50), correcting(scene, works[0], minutes - 50),
            planning(scene), planning(scene),
            undoing(scene, plans[0]) if plans else planning(scene),
        ]  # fmt: skip
        outcomes = at_once(*acts)
        refused += len(refusals(outcomes))
        done += len(outcomes) - len(refusals(outcomes))
        assert broken() == {}
    print(f"{ROUNDS} rounds of 8 writers: {done} done, {refused} refused, 0 deadlock")
    assert done >= 4 * ROUNDS
    assert Work.objects.filter(corrects__isnull=False).count() >= 4


def test_two_companies_that_declare_the_same_people_wait_for_each_other():
    """In opposite orders, over what they said before: their days and months are locked once."""
    scene = TwoContracts()
    people = [hiring.participant for hiring in scene.hirings]
    there = [scene.hired_again(scene.other, hiring) for hiring in scene.hirings]
    sheets = [scene.opened(), scene.opened(commitment=scene.other)]
    day = date(2026, 10, 5)

    def declaring(sheet, hirings):
        def act():
            lines = [Line(one.pk, 240, days={day: 240}) for one in hirings]
            for _ in range(3):
                declare_sheet(sheet_id=sheet.pk, lines=lines, by=scene.company, now=NOW)
                take_sheet_back(sheet_id=sheet.pk, by=scene.company)

        return act

    one, two = sheets
    acts = [declaring(one, scene.hirings), declaring(two, there[::-1])]
    said = at_once(*acts * 4)

    assert all(isinstance(it, Refused | None) for it in said)
    assert broken() == {}
    worked = Work.objects.filter(participant__in=people).values_list("minutes", flat=True)
    assert sorted(worked) == [240] * 4
    assert set(Sheet.objects.values_list("state", flat=True)) <= {"open", "declared"}


def test_eight_move_validate_declare_and_plan_over_the_same_months():
    """Both ways between two contracts and two months, one of which is validated meanwhile."""
    scene = TwoContracts()
    there = [scene.hired_again(scene.other, hiring) for hiring in scene.hirings]
    works = scene.validated(5_000, 5_000)
    november = scene.declared(3_000, 3_000, month=NOVEMBER)
    other = scene.opened(commitment=scene.other)
    days = [Line(one.pk, 240) for one in there]
    declaring = partial(declare_sheet, sheet_id=other.pk, lines=days, by=scene.company, now=NOW)
    one, two = works
    declared = 16_000 + 480
    done, refused = 0, 0
    for _ in range(ROUNDS):
        outcomes = at_once(
            moving(scene, one, there[0], MONTH), moving(scene, two, there[1], MONTH),
            moving(scene, two, scene.hirings[1], NOVEMBER, 900),
            moving(scene, one, scene.hirings[0], NOVEMBER, 900),
            validating(scene, november), declaring, planning(scene), validating(scene, other),
        )  # fmt: skip
        refused += len(refusals(outcomes))
        done += len(outcomes) - len(refusals(outcomes))
        assert broken() == {}
    print(f"{ROUNDS} rounds of 8 writers: {done} done, {refused} refused, 0 deadlock")
    net = Work.objects.filter(corrects=None).values_list("net_minutes", flat=True)
    assert sum(net) == declared
    assert Work.objects.filter(moved_from__isnull=False).count() >= 2 * ROUNDS
    assert set(Sheet.objects.filter(pk__in=[november.pk, other.pk]).values_list(
        "state", flat=True)) == {"validated"}  # fmt: skip
