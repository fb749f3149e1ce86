from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.working_days import (
    easter,
    holidays,
    is_working_day,
    working_day_at_or_before,
    working_days_after,
)

days = some.dates(date(1900, 1, 1), date(2199, 1, 1))


@pytest.mark.parametrize(
    "sunday",
    [
        date(1961, 4, 2),
        date(2000, 4, 23),
        date(2008, 3, 23),
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2027, 3, 28),
        date(2038, 4, 25),
    ],
)
def test_easter_falls_when_the_almanac_says(sunday):
    assert easter(sunday.year) == sunday


@given(some.integers(1, 9999))
def test_easter_is_a_sunday_of_spring(year):
    day = easter(year)
    assert day.isoweekday() == 7
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


def test_the_eleven_holidays_of_2027():
    assert holidays(2027) == {
        date(2027, 1, 1),
        date(2027, 3, 29),
        date(2027, 5, 1),
        date(2027, 5, 8),
        date(2027, 5, 6),
        date(2027, 5, 17),
        date(2027, 7, 14),
        date(2027, 8, 15),
        date(2027, 11, 1),
        date(2027, 11, 11),
        date(2027, 12, 25),
    }


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 11, 23), True),
        (date(2026, 11, 21), False),
        (date(2026, 11, 22), False),
        (date(2026, 11, 11), False),
        (date(2027, 5, 17), False),
    ],
)
def test_weekends_and_holidays_are_not_worked(day, works):
    assert is_working_day(day) is works


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


@given(days, some.integers(1, 40))
def test_exactly_so_many_working_days_lie_between(day, count):
    reached = working_days_after(day, count)
    between = [day + timedelta(n) for n in range(1, (reached - day).days + 1)]
    assert sum(map(is_working_day, between)) == count
    assert is_working_day(reached)


@given(days)
def test_the_working_day_before_is_the_nearest(day):
    found = working_day_at_or_before(day)
    assert is_working_day(found)
    assert not any(is_working_day(found + timedelta(n)) for n in range(1, (day - found).days + 1))


def test_the_first_day_of_all_is_given_back():
    assert working_day_at_or_before(date.min) == date.min
