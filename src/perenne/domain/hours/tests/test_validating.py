"""Validated hours are counted at home, within what is owed and what the rules let through."""

import pytest
from django.db.models import Sum

from perenne.domain.hours.actions import (
    Line,
    correct_work,
    declare_sheet,
    dispute_sheet,
    validate_sheets,
)
from perenne.domain.hours.models import Allocation, Work
from perenne.domain.hours.tests.conftest import MONTH, NOW, ON, WHY, Scene, counted_on
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import Refused
from perenne.rules.hours import HourKind
from perenne.values import add_months


def test_a_month_is_validated_and_counted_in_one_act(scene):
    sheet = scene.declared(6_000, 3_001)

    assert validate_sheets(sheet_ids=[sheet.pk], by=scene.facilitator, now=NOW) == 9_001
    assert counted_on(scene.commitment) == 9_001
    entry = Entry.objects.get(act="sheet.validate")
    assert entry.facts == {"minutes": 9_001, "counted": 9_001}
    with pytest.raises(Refused, match="1 relevé sur 1 n’est plus à valider"):
        validate_sheets(sheet_ids=[sheet.pk], by=scene.facilitator, now=NOW)


def test_the_surplus_waits_unallocated(db):
    scene = Scene(hours=100)
    one, two = scene.validated(5_000, 5_000)

    assert counted_on(scene.commitment) == 6_000
    assert (one.allocated_minutes, two.allocated_minutes) == (5_000, 1_000)


def test_training_counts_within_its_limit_over_all_months(db):
    scene = Scene(hours=100)  # thirty hours of training at most
    hiring = scene.hirings[0].pk
    for month in (MONTH, add_months(MONTH, 1)):
        sheet = scene.opened(month)
        lines = [Line(hiring, 1_200, HourKind.INTERNAL_TRAINING), Line(hiring, 60),
                 Line(hiring, 600, HourKind.COMMUTE)]  # fmt: skip
        declare_sheet(sheet_id=sheet.pk, lines=lines, by=scene.company, now=NOW)
        validate_sheets(sheet_ids=[sheet.pk], by=scene.facilitator, now=NOW)

    counted = Allocation.objects.values_list("work__kind").annotate(all=Sum("minutes"))
    assert dict(counted) == {"FORMATION_INTERNE": 1_800, "TRAVAIL": 120}


def test_many_months_are_validated_at_once_or_not_at_all(scene, django_assert_max_num_queries):
    sheets = [scene.declared(600, 600, month=add_months(MONTH, n)).pk for n in (0, 1)]
    other = Scene()
    stranger = other.declared(600)
    with pytest.raises(Refused, match="1 relevé sur 3"):
        validate_sheets(sheet_ids=[*sheets, stranger.pk], by=scene.facilitator, now=NOW)
    assert not Allocation.objects.exists()
    with django_assert_max_num_queries(30):
        assert validate_sheets(sheet_ids=sheets, by=scene.facilitator, now=NOW) == 2_400


def test_the_company_does_not_validate_what_it_declared(scene):
    sheet = scene.declared(600)
    with pytest.raises(Refused, match="n’est plus à valider"):
        validate_sheets(sheet_ids=[sheet.pk], by=scene.company, now=NOW)
    with pytest.raises(Refused, match="Dites pourquoi"):
        dispute_sheet(sheet_id=sheet.pk, reason="?", by=scene.facilitator)


def test_a_correction_down_takes_back_what_was_counted(scene):
    (work,) = scene.validated(6_000)
    said = {"work_id": work.pk, "by": scene.facilitator, "on": ON}
    correct_work(**said, minutes=5_400, reason=WHY)

    assert counted_on(scene.commitment) == 5_400
    work.refresh_from_db()
    assert (work.minutes, work.net_minutes, work.allocated_minutes) == (6_000, 5_400, 5_400)
    correct_work(**said, minutes=0, reason=WHY)
    assert counted_on(scene.commitment) == 0
    assert Entry.objects.filter(act="work.correct").latest("pk").facts == {
        "before": 5_400, "after": 0, "taken_back": 5_400,
    }  # fmt: skip


def test_a_correction_up_counts_within_what_is_owed(db):
    scene = Scene(hours=100)
    (work,) = scene.validated(5_900)
    correct_work(work_id=work.pk, minutes=6_200, reason=WHY, by=scene.facilitator, on=ON)

    work.refresh_from_db()
    assert (work.net_minutes, work.allocated_minutes) == (6_200, 6_000)


@pytest.mark.parametrize(
    ("minutes", "reason", "said"),
    [(-1, WHY, "sous zéro"), (600, WHY, "déjà retenue"), (60, " ", "Dites pourquoi"),
     (44_641, WHY, "744 h|possible")],
)  # fmt: skip
def test_a_correction_is_possible_and_says_why(scene, minutes, reason, said):
    (work,) = scene.validated(600)
    with pytest.raises(Refused, match=said):
        correct_work(work_id=work.pk, minutes=minutes, reason=reason, by=scene.facilitator, on=ON)
    assert Work.objects.count() == 1


def test_the_company_corrects_nothing_once_validated(scene):
    (work,) = scene.validated(600)
    with pytest.raises(Refused, match="ne pouvez pas faire cela"):
        correct_work(work_id=work.pk, minutes=60, reason=WHY, by=scene.company, on=ON)
