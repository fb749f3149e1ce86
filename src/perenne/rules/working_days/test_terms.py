from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.working_days import days_after, months_after, next_month_on, quarter_end

days = some.dates(date(1900, 1, 1), date(2199, 1, 1))


@pytest.mark.parametrize(
    ("day", "count", "last"),
    [
        (date(2026, 11, 2), 15, date(2026, 11, 17)),
        (date(2026, 11, 2), 0, date(2026, 11, 2)),
        (date(2026, 11, 2), -2, date(2026, 10, 31)),
        (date(9999, 12, 30), 1, date.max),
        (date(9999, 12, 30), 2, date.max),
        (date(1, 1, 2), -1, date.min),
        (date(1, 1, 2), -2, date.min),
    ],
)
def test_days_are_counted_from_the_next_one(day, count, last):
    assert days_after(day, count) == last


@given(days, some.integers(-500, 500))
def test_a_delay_in_days_has_so_many_days(day, count):
    assert days_after(day, count) - day == timedelta(count)


@pytest.mark.parametrize(
    ("day", "count", "last"),
    [
        (date(2026, 11, 2), 1, date(2026, 12, 2)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(9999, 11, 15), 1, date(9999, 12, 15)),
        (date(9999, 11, 15), 2, date.max),
        (date(9998, 12, 15), 12, date(9999, 12, 15)),
        (date(9998, 12, 15), 13, date.max),
    ],
)
def test_months_run_to_the_same_day_or_the_last_one(day, count, last):
    assert months_after(day, count) == last


@pytest.mark.parametrize(
    ("day", "number", "due"),
    [
        (date(2026, 11, 1), 12, date(2026, 12, 12)),
        (date(2026, 11, 30), 12, date(2026, 12, 12)),
        (date(2026, 12, 31), 15, date(2027, 1, 15)),
        (date(2027, 1, 31), 30, date(2027, 2, 28)),
        (date(2027, 1, 31), 28, date(2027, 2, 28)),
    ],
)
def test_a_day_of_next_month_is_the_same_from_any_day_of_this_one(day, number, due):
    assert next_month_on(day, number) == due


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 3, 31), date(2026, 3, 31)),
        (date(2026, 4, 1), date(2026, 6, 30)),
        (date(2026, 9, 30), date(2026, 9, 30)),
        (date(2026, 10, 1), date(2026, 12, 31)),
        (date(2026, 12, 31), date(2026, 12, 31)),
    ],
)
def test_a_quarter_ends_with_its_third_month(day, end):
    assert quarter_end(day) == end


@given(days)
def test_a_quarter_end_is_never_past_and_less_than_a_quarter_away(day):
    assert timedelta(0) <= quarter_end(day) - day <= timedelta(91)
    assert (quarter_end(day) + timedelta(1)).month in {1, 4, 7, 10}
