from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.deadlines import DelayCode, asked_by, due_on
from perenne.rules.deadlines.spans import ELIGIBILITY_WORKING_DAYS
from perenne.rules.practice import USUAL
from perenne.rules.working_days import working_day_at_or_after


@pytest.mark.parametrize(
    ("needed", "asked"),
    [
        (date(2027, 3, 1), date(2027, 2, 19)),  # a Monday: asked on Friday
        (date(2027, 3, 3), date(2027, 2, 23)),
        (date(2027, 1, 4), date(2026, 12, 23)),  # Christmas and New Year’s Day between
    ],
)
def test_the_last_day_to_ask_for_the_check_of_a_person(needed, asked):
    assert asked_by(DelayCode.ELIGIBILITY, needed) == asked


def test_a_committee_that_answers_sooner_may_be_asked_later():
    held = USUAL.choosing(ELIGIBILITY_WORKING_DAYS, 2)
    assert asked_by(DelayCode.ELIGIBILITY, date(2027, 3, 3), practice=held) == date(2027, 2, 26)


@given(
    some.sampled_from([DelayCode.ELIGIBILITY, DelayCode.PROOF, DelayCode.FIRST_CONTACT]),
    some.dates(date(2020, 1, 1), date(2099, 12, 31)),
)
def test_asked_that_day_the_answer_comes_in_time_and_a_working_day_later_it_does_not(code, needed):
    asked = asked_by(code, needed)
    assert due_on(code, asked).on < needed
    assert due_on(code, working_day_at_or_after(asked + timedelta(1))).on >= needed
