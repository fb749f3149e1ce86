"""Several who act on the same month at the same instant: each minute is there once, none waits."""

import pytest

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.states import RUNNING
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.actions import (
    Line,
    TypedLine,
    copy_last_month,
    declare_month,
    declare_nothing_at_all,
    keep_draft,
    open_ended_month,
    take_sheet_back,
    validate_sheets,
)
from perenne.domain.hours.models import DraftLine, PersonMonth, Sheet, Statement, Work
from perenne.domain.hours.states import VALIDATED
from perenne.domain.hours.tests.conftest import MONTH, NOW, ON, Scene
from perenne.domain.hours.tests.ledger import broken
from perenne.kit.actors import HOUSE
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import Refused
from perenne.kit.testing.commits import at_once, refusals
from perenne.rules.hours import HourKind

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_commits")]


def running(scene):
    """Two commitments of one company, the same two people on both."""
    scene.other = scene.new_commitment(500)
    scene.other.contract.parties.update(siret=scene.siret)
    for commitment in (scene.commitment, scene.other):
        kicked = Commitment.objects.filter(pk=commitment.pk)
        kicked.update(state=RUNNING, kicked_off_on=commitment.opened_on)
    scene.again = [scene.hired_again(scene.other, one) for one in scene.hirings]
    return scene


def month_of(scene, minutes):
    """Declares the whole month; the crew stands in another order on each of its sheets."""
    first, second = scene.opened(), scene.opened(commitment=scene.other)
    lines = {
        first.pk: [Line(one.pk, minutes) for one in scene.hirings],
        second.pk: [Line(one.pk, minutes) for one in reversed(scene.again)],
    }

    def declare():
        declare_month(statement_id=first.statement_id, lines=lines, by=scene.company, now=NOW)
        return minutes

    return declare


def test_a_month_is_opened_and_declared_once_whoever_is_there():
    scene = running(Scene())
    at_once(*[lambda: open_ended_month(by=HOUSE, on=ON)] * 4)
    assert Statement.objects.get().sheets.count() == 2
    assert Entry.objects.filter(act="statement.open").count() == 1

    acts = [month_of(scene, minutes) for minutes in (600, 660, 720, 780)]
    outcomes = at_once(*acts)
    (won,) = [one for one in outcomes if isinstance(one, int)]
    assert len(refusals(outcomes)) == 3
    assert set(Work.objects.values_list("minutes", flat=True)) == {won}
    assert Work.objects.count() == 4
    assert set(PersonMonth.objects.values_list("minutes", flat=True)) == {2 * won}
    assert Entry.objects.filter(act="sheet.declare").count() == 2


def test_declaring_typing_taking_back_and_validating_at_once_leave_one_truth():
    scene = running(Scene())
    declare, sheet = month_of(scene, 600), scene.opened()
    statement, by = sheet.statement_id, scene.company
    typed = [TypedLine(scene.hirings[0].pk, HourKind.WORK, "12")]
    acts = (
        declare,
        lambda: validate_sheets(sheet_ids=[sheet.pk], by=scene.facilitator, now=NOW),
        lambda: take_sheet_back(sheet_id=sheet.pk, by=by),
        lambda: keep_draft(statement_id=statement, lines=typed, by=by),
        lambda: declare_nothing_at_all(statement_id=statement, by=by, now=NOW),
        lambda: copy_last_month(statement_id=statement, by=by),
    )
    for _ in range(4):
        at_once(*acts)
        assert broken() == {}
    for last in (declare, acts[1]):
        try:
            last()
        except Refused:
            continue
    sheet.refresh_from_db()
    assert sheet.state == VALIDATED
    said = sum(sheet.works.values_list("minutes", flat=True))
    assert said == (0 if sheet.is_nil else 1_200)


def test_two_companies_that_declare_the_same_people_never_wait_in_a_circle():
    """On two sheets each, in the opposite order: everybody is locked before a line is written."""
    one, two = running(Scene()), running(Scene())
    for scene, other in ((one, two), (two, one)):
        scene.again = [
            new_hiring(
                hiring.participant, scene.other, verdict=hiring.verdict,
                verified_on=hiring.verdict.verified_on,
            )
            for hiring in reversed(other.hirings)
        ]  # fmt: skip
    acts = [month_of(scene, 600) for scene in (one, two)]

    def nothing(scene):
        statement = Statement.objects.get(siret=scene.siret, month=MONTH)
        return lambda: [
            take_sheet_back(sheet_id=pk, by=scene.company)
            for pk in statement.sheets.order_by("pk").values_list("pk", flat=True)
        ]

    back = [nothing(one), nothing(two)]
    for _ in range(5):
        assert refusals(at_once(*acts)) == []
        assert refusals(at_once(*back)) == []
    assert set(PersonMonth.objects.values_list("minutes", flat=True)) == {1_200}
    assert broken() == {}
    assert not DraftLine.objects.exists()
    assert Sheet.objects.filter(state="open").count() == 4
