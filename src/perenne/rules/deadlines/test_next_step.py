from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.deadlines import ANSWER, CALIBRATE, TOO_LATE, calibration_day, next_step
from perenne.rules.deadlines.spans import CALIBRATION_DAYS, OPPORTUNITY_WORKING_DAYS
from perenne.rules.needs import BuyerKind, Need
from perenne.rules.practice import USUAL
from perenne.rules.working_days import is_working_day

TODAY = date(2026, 11, 23)


def need(consulted_on):
    return Need("Nettoyage", None, None, None, None, 12, consulted_on, BuyerKind.STATE, None)


@pytest.mark.parametrize(
    ("consulted_on", "label", "on", "late", "said"),
    [
        (None, ANSWER, date(2026, 12, 7), False, "inconnue\u00a0: demandez-la, elle fixe"),
        (date(2027, 4, 1), ANSWER, date(2026, 12, 7), False, "2\u00a0mars 2027"),
        (date(2027, 1, 6), ANSWER, date(2026, 12, 7), False, "7\u00a0décembre 2026"),
        (date(2027, 1, 5), CALIBRATE, date(2026, 12, 4), False, "30\u00a0jours avant"),
        (date(2026, 12, 23), CALIBRATE, date(2026, 11, 23), False, "30\u00a0jours avant."),
        (
            date(2026, 12, 10),
            CALIBRATE,
            date(2026, 11, 10),
            True,
            "avant. Cette date est passée\u00a0: appelez l’acheteur aujourd’hui.",
        ),
        (date(2026, 11, 23), TOO_LATE, None, True, "le 23\u00a0novembre 2026"),
        (date(2026, 3, 1), TOO_LATE, None, True, "ne peut plus y entrer"),
    ],
)
def test_the_next_step_follows_the_consultation(consulted_on, label, on, late, said):
    step = next_step(need(consulted_on), today=TODAY)
    assert (step.label, step.on, step.late) == (label, on, late)
    assert said in step.reason
    assert ("Cette date est passée" in step.reason) is (late and on is not None)


@given(some.dates(), some.dates())
def test_a_step_is_late_only_when_its_day_is_past(consulted_on, today):
    step = next_step(need(consulted_on), today=today)
    assert step.late == (step.on is None or step.on < today)
    assert step.reason.endswith(".")


@given(some.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_the_calibration_leaves_thirty_days_and_falls_on_a_working_day(consulted_on):
    day = calibration_day(consulted_on)
    assert consulted_on - day >= timedelta(30)
    assert is_working_day(day)


def test_a_committee_may_hold_other_delays():
    held = USUAL.choosing(OPPORTUNITY_WORKING_DAYS, 5).choosing(CALIBRATION_DAYS, 60)
    early = next_step(need(date(2027, 4, 1)), today=TODAY, practice=held)
    assert (early.label, early.on) == (ANSWER, date(2026, 11, 30))
    assert "sous 5\u00a0jours ouvrés" in early.reason
    assert "29\u00a0janvier 2027" in early.reason
    hurried = next_step(need(date(2027, 1, 25)), today=TODAY, practice=held)
    assert (hurried.label, hurried.on, hurried.late) == (CALIBRATE, date(2026, 11, 26), False)
    assert "60\u00a0jours avant" in hurried.reason


def test_an_unknown_consultation_still_tells_the_delay_held():
    held = USUAL.choosing(OPPORTUNITY_WORKING_DAYS, 20)
    step = next_step(need(None), today=TODAY, practice=held)
    assert "sous 20\u00a0jours ouvrés" in step.reason
    assert step.on == date(2026, 12, 21)


def test_the_first_day_of_the_calendar_is_no_accident():
    assert calibration_day(date(1, 1, 15)) == date.min
