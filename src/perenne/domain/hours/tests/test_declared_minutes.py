"""A month to validate says its minutes itself, whoever writes its lines, whatever they say."""

import pytest
from django.db.models import F

from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.factories import declare, new_sheet, new_work
from perenne.domain.hours.models import Sheet, Work
from perenne.domain.hours.states import DECLARED, OPEN
from perenne.rules.hours import HourKind

pytestmark = pytest.mark.django_db
TRAINING = HourKind.INTERNAL_TRAINING.value


def minutes_of(sheet):
    return Sheet.objects.get(pk=sheet.pk).declared_minutes


@pytest.fixture
def hiring():
    return new_hiring()


@pytest.fixture
def sheet(hiring):
    """Declared with 100 h of work and 20 h of training."""
    sheet = new_sheet(hiring)
    new_work(hiring, sheet=sheet, minutes=6_000)
    new_work(hiring, sheet=sheet, minutes=1_200, kind=TRAINING)
    declare(sheet)
    return sheet


def test_an_open_month_says_none(hiring):
    work = new_work(hiring)
    assert minutes_of(work.sheet) is None


def test_a_declared_month_says_those_of_its_lines(sheet):
    assert minutes_of(sheet) == 7_200


def test_one_without_hours_says_none_of_them(hiring):
    sheet = new_sheet(hiring, is_nil=True)
    declare(sheet)
    assert minutes_of(sheet) == 0


def test_a_line_that_comes_or_leaves_meanwhile_is_counted(sheet, hiring):
    more = new_work(hiring, sheet=sheet, minutes=60, kind=HourKind.OVERTIME.value)
    assert minutes_of(sheet) == 7_260
    Work.objects.filter(pk=more.pk).delete()
    assert minutes_of(sheet) == 7_200


def test_so_is_a_correction(sheet):
    line = Work.objects.get(sheet=sheet, kind=TRAINING)
    Work.objects.create(
        sheet=sheet, hiring=line.hiring, participant=line.participant, month=line.month,
        kind=line.kind, corrects=line, minutes=-200, reason="Compté deux fois.",
    )  # fmt: skip
    assert minutes_of(sheet) == 7_000


@pytest.mark.parametrize("said", [0, 1, None])
def test_what_is_said_from_elsewhere_is_counted_anew(sheet, said):
    Sheet.objects.filter(pk=sheet.pk).update(declared_minutes=said)
    assert minutes_of(sheet) == 7_200


def test_taken_back_and_declared_again_it_says_what_it_holds_then(sheet, hiring):
    Sheet.objects.filter(pk=sheet.pk).update(state=OPEN, declared_at=None)
    Work.objects.filter(sheet=sheet, kind=TRAINING).delete()
    declare(sheet)
    assert minutes_of(sheet) == 6_000


def test_a_line_elsewhere_touches_no_other_month(sheet, hiring):
    new_work(new_hiring())
    assert Sheet.objects.filter(state=DECLARED).get().declared_minutes == 7_200
    Sheet.objects.update(is_nil=F("is_nil"))
    assert minutes_of(sheet) == 7_200
