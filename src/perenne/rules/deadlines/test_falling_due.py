from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.deadlines import DELAYS, Actor, DelayCode, Event, Rhythm, due_on
from perenne.rules.deadlines.delays import Unit
from perenne.rules.deadlines.spans import (
    CALIBRATION_DAYS,
    FORMAL_NOTICE_DAYS,
    KICK_OFF_MONTHS,
    OPPORTUNITY_WORKING_DAYS,
)
from perenne.rules.deadlines.statements import STATEMENT_DAY, STATEMENT_RHYTHM
from perenne.rules.law import Confidence
from perenne.rules.practice import USUAL
from perenne.rules.texts import ESSENTIAL_DATA, PRACTICE
from perenne.rules.working_days import Territory, is_working_day, territory_of

days = some.dates(date(2023, 1, 1), date(2199, 1, 1))
codes = some.sampled_from(DelayCode)
places = some.sampled_from(Territory)


@pytest.mark.parametrize(("code", "in_time", "case"), rows_of("delays"))
def test_an_act_is_in_time_until_the_last_day(code, in_time, case):
    territory = territory_of(case.get("département", "77"))
    due = due_on(DelayCode(code), case["départ"], territory)
    assert (case["fait"] <= due.on) is in_time


def test_the_table_holds_every_delay_in_its_order():
    assert [row.code for row in DELAYS] == list(DelayCode)


@given(codes, days, places)
def test_a_delay_that_is_carried_never_ends_on_a_day_off(code, day, territory):
    due = due_on(code, day, territory)
    assert is_working_day(due.on, territory) or not DELAYS[code].carried


@given(codes, days, places)
def test_a_delay_ends_after_its_event_or_before_the_consultation(code, day, territory):
    due = due_on(code, day, territory)
    assert (due.on < day) is (DELAYS[code].unit is Unit.DAYS_BEFORE)
    assert due.reason.startswith(DELAYS[code].label)
    assert due.reason.endswith(".")


@given(codes, days, some.integers(0, 60))
def test_a_later_event_never_ends_earlier(code, day, more):
    assert due_on(code, day).on <= due_on(code, day + timedelta(more)).on


def test_the_reason_tells_how_it_was_counted():
    due = due_on(DelayCode.FORMAL_NOTICE, date(2026, 10, 31))
    assert due.on == date(2026, 11, 16)
    assert due.reason == (
        "Remédier au manquement après la mise en demeure, réception de la mise en demeure le "
        "31\u00a0octobre 2026\u00a0: 15\u00a0jours, soit le 15\u00a0novembre 2026. Ce jour n’est "
        "pas ouvré\u00a0: le délai va au 16\u00a0novembre 2026."
    )


def test_a_delay_that_is_not_carried_tells_no_more_than_its_day():
    due = due_on(DelayCode.ESSENTIAL_DATA, date(2026, 12, 31))
    assert due.reason == (
        "Publier les données essentielles du marché, notification du marché le 31\u00a0décembre "
        "2026\u00a0: 2\u00a0mois, soit le 28\u00a0février 2027."
    )


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (DelayCode.OPPORTUNITY, "10\u00a0jours ouvrés, soit le 7\u00a0décembre 2026."),
        (DelayCode.CALIBRATION, "30\u00a0jours avant, soit le 24\u00a0octobre 2026."),
        (DelayCode.STATEMENT, "au plus tard le 12 du mois suivant, soit le 12\u00a0décembre 2026."),
        (DelayCode.FIRST_CONTACT, "14\u00a0jours, soit le 7\u00a0décembre 2026."),
    ],
)
def test_each_unit_is_told_in_words(code, said):
    assert said in due_on(code, date(2026, 11, 23)).reason


@pytest.mark.parametrize(
    ("code", "number", "value", "due"),
    [
        (DelayCode.OPPORTUNITY, OPPORTUNITY_WORKING_DAYS, 5, date(2026, 11, 30)),
        (DelayCode.CALIBRATION, CALIBRATION_DAYS, 15, date(2026, 11, 6)),
        (DelayCode.KICK_OFF, KICK_OFF_MONTHS, 2, date(2027, 1, 25)),
        (DelayCode.FORMAL_NOTICE, FORMAL_NOTICE_DAYS, 8, date(2026, 12, 1)),
        (DelayCode.STATEMENT, STATEMENT_DAY, 15, date(2026, 12, 15)),
    ],
)
def test_a_committee_may_hold_another_number(code, number, value, due):
    held = USUAL.choosing(number, value)
    assert due_on(code, date(2026, 11, 23), practice=held).on == due


def test_a_quarterly_statement_is_counted_from_the_end_of_its_quarter():
    held = USUAL.choosing(STATEMENT_RHYTHM, Rhythm.QUARTERLY)
    due = due_on(DelayCode.STATEMENT, date(2026, 7, 9), practice=held)
    assert due.on == date(2026, 10, 12)
    assert "fin de la période déclarée le 30\u00a0septembre 2026" in due.reason
    assert "le 31\u00a0juillet 2026" in due_on(DelayCode.STATEMENT, date(2026, 7, 9)).reason


def test_days_are_counted_and_carried_by_the_holidays_of_the_place():
    place = Territory.MARTINIQUE
    assert due_on(DelayCode.ELIGIBILITY, date(2026, 5, 18), place).on == date(2026, 5, 27)
    assert due_on(DelayCode.ELIGIBILITY, date(2026, 5, 18)).on == date(2026, 5, 26)
    assert due_on(DelayCode.CALIBRATION, date(2026, 6, 21), place).on == date(2026, 5, 21)
    assert due_on(DelayCode.CALIBRATION, date(2026, 6, 21)).on == date(2026, 5, 22)


@pytest.mark.parametrize(
    ("code", "value", "low", "high", "unit"),
    [
        ("opportunity", 10, 5, 20, "jours ouvrés"),
        ("calibration", 30, 15, 90, "jours"),
        ("news", 3, 1, 6, "mois"),
        ("first_contact", 14, 7, 30, "jours"),
        ("kick_off", 1, 1, 3, "mois"),
        ("action_plan", 1, 1, 3, "mois"),
        ("eligibility", 5, 2, 10, "jours ouvrés"),
        ("validation", 10, 5, 30, "jours"),
        ("proof", 10, 5, 20, "jours ouvrés"),
        ("formal_notice", 15, 8, 30, "jours"),
        ("observations", 15, 15, 30, "jours"),
        ("final_assessment", 3, 1, 6, "mois"),
        ("first_follow_up", 6, 3, 6, "mois"),
        ("last_follow_up", 12, 12, 24, "mois"),
        ("consolidation", 3, 1, 6, "mois"),
    ],
)
def test_a_number_of_practice_moves_between_its_bounds(code, value, low, high, unit):
    span = DELAYS[code].span
    assert (span.code, span.unit) == (f"deadlines.{code}", unit)
    assert (span.value, span.low, span.high) == (value, low, high)
    assert span.meaning


@pytest.mark.parametrize(
    ("code", "day"),
    [
        (DelayCode.ESSENTIAL_DATA, date(2019, 3, 31)),
        (DelayCode.RIGHTS, date(2018, 5, 24)),
        (DelayCode.SPASER, date(2022, 12, 31)),
    ],
)
def test_before_its_law_a_delay_is_not_guessed(code, day):
    with pytest.raises(LookupError, match="aucune valeur connue"):
        due_on(code, day)
    assert due_on(code, day + timedelta(1)).on > day


@pytest.mark.parametrize("names", [Actor, Event])
def test_actors_and_events_have_a_label_of_their_own(names):
    assert len({name.label for name in names}) == len(names)


def test_a_delay_has_the_source_and_the_confidence_of_its_number():
    law, practice = DELAYS["essential_data"], DELAYS["opportunity"]
    assert (law.source, law.confidence) == (ESSENTIAL_DATA, Confidence.SURE)
    assert (practice.source, practice.confidence) == (PRACTICE, Confidence.VARIES)
