from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.working_days import (
    Territory,
    is_working_day,
    working_day_at_or_after,
    working_day_at_or_before,
    working_days_after,
    working_days_between,
)

days = some.dates(date(1900, 1, 1), date(2199, 1, 1))
places = some.sampled_from(Territory)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 11, 23), True),
        (date(2026, 11, 20), True),
        (date(2026, 11, 21), False),
        (date(2026, 11, 22), False),
        (date(2026, 11, 11), False),
        (date(2027, 5, 17), False),
    ],
)
def test_weekends_and_holidays_are_not_worked(day, works):
    assert is_working_day(day) is works


def test_a_local_holiday_is_off_in_its_place_only():
    day = date(2028, 12, 26)
    assert is_working_day(day)
    assert not is_working_day(day, Territory.ALSACE_MOSELLE)


@pytest.mark.parametrize(
    ("day", "count", "reached"),
    [
        (date(2026, 11, 23), 10, date(2026, 12, 7)),
        (date(2026, 12, 24), 1, date(2026, 12, 28)),
        (date(2027, 4, 30), 5, date(2027, 5, 10)),
        (date(2026, 11, 21), 0, date(2026, 11, 21)),
        (date.max, 3, date.max),
    ],
)
def test_working_days_are_counted_from_the_next_day(day, count, reached):
    assert working_days_after(day, count) == reached


def test_working_days_are_those_of_the_territory():
    start, place = date(2026, 5, 21), Territory.MARTINIQUE
    assert working_days_after(start, 1) == date(2026, 5, 22)
    assert working_days_after(start, 1, place) == date(2026, 5, 26)
    assert working_days_between(start, date(2026, 5, 26), place) == 1
    assert working_day_at_or_before(date(2026, 5, 22), place) == start
    assert working_day_at_or_after(date(2026, 5, 22), place) == date(2026, 5, 26)


@given(days, some.integers(1, 40), places)
def test_exactly_so_many_working_days_lie_between(day, count, territory):
    reached = working_days_after(day, count, territory)
    between = [day + timedelta(n) for n in range(1, (reached - day).days + 1)]
    assert sum(is_working_day(each, territory) for each in between) == count
    assert is_working_day(reached, territory)
    assert working_days_between(day, reached, territory) == count


@pytest.mark.parametrize(
    ("day", "later", "count"),
    [
        (date(2026, 11, 2), date(2026, 11, 2), 0),
        (date(2026, 11, 2), date(2026, 11, 1), 0),
        (date(2026, 11, 2), date(2026, 11, 3), 1),
        (date(2026, 11, 6), date(2026, 11, 9), 1),
        (date(2026, 11, 10), date(2026, 11, 12), 1),
    ],
)
def test_the_first_day_is_not_counted_and_the_last_one_is(day, later, count):
    assert working_days_between(day, later) == count


@given(days, places)
def test_the_working_day_before_is_the_nearest(day, territory):
    found = working_day_at_or_before(day, territory)
    assert is_working_day(found, territory)
    passed = [found + timedelta(n) for n in range(1, (day - found).days + 1)]
    assert not any(is_working_day(each, territory) for each in passed)


@given(days, places)
def test_the_working_day_after_is_the_nearest(day, territory):
    found = working_day_at_or_after(day, territory)
    assert is_working_day(found, territory)
    passed = [day + timedelta(n) for n in range((found - day).days)]
    assert not any(is_working_day(each, territory) for each in passed)


def test_a_friday_off_is_carried_to_monday_though_saturday_is_ouvrable():
    assert working_day_at_or_after(date(2026, 5, 1)) == date(2026, 5, 4)


def test_the_first_and_last_days_of_all_are_given_back():
    assert working_day_at_or_before(date.min) == date.min
    assert working_day_at_or_after(date.max) == date.max
    sunday = date(9999, 12, 26)
    assert working_day_at_or_after(sunday) == date(9999, 12, 27)


def test_nothing_lies_before_the_first_day_nor_after_the_last():
    assert working_day_at_or_before(date(1, 1, 1), Territory.MAYOTTE) == date.min
    assert working_days_after(date(9999, 12, 30), 5) == date.max
