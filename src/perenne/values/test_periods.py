from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.values import Period, add_months, months_between

days = some.dates(date(1950, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-05-20", 0, "2026-05-20"),
        ("2026-05-20", 24, "2028-05-20"),
    ],
)
def test_so_many_months_later_is_the_same_day_or_the_last_one(day, months, later):
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(later)


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2026-01-01", "2026-01-31", 0),
        ("2026-01-01", "2026-02-01", 1),
        ("2026-01-15", "2026-03-14", 1),
        ("2026-01-15", "2026-03-15", 2),
        ("2026-12-31", "2027-02-28", 1),
        ("2026-01-01", "2028-01-01", 24),
    ],
)
def test_only_whole_months_are_counted(start, end, months):
    assert months_between(date.fromisoformat(start), date.fromisoformat(end)) == months


@given(days, some.integers(0, 600))
def test_a_day_of_every_month_comes_back_after_so_many_months(day, months):
    first = day.replace(day=min(day.day, 28))
    assert months_between(first, add_months(first, months)) == months
    assert add_months(add_months(first, months), -months) == first


@given(days, some.integers(0, 600), some.integers(0, 600))
def test_more_months_are_never_earlier(day, fewer, more):
    assert (add_months(day, fewer) <= add_months(day, fewer + more)) is True


@given(days, some.integers(0, 4_000), some.integers(-5_000, 5_000))
def test_a_period_has_its_first_day_and_not_its_last(start, length, away):
    period = Period(start, start + timedelta(length))
    assert (start + timedelta(away) in period) == (0 <= away < length)


@given(days, some.integers(1, 400), some.integers(-500, 500), some.integers(1, 400))
def test_two_periods_meet_when_a_day_belongs_to_both(start, length, away, other_length):
    one = Period(start, start + timedelta(length))
    later = start + timedelta(away)
    other = Period(later, later + timedelta(other_length))
    shared = any(start + timedelta(day) in other for day in range(length))
    assert one.meets(other) == other.meets(one) == shared


@given(days, some.integers(1, 400))
def test_the_last_day_of_a_period_belongs_to_it_and_the_next_does_not(start, length):
    period = Period(start, start + timedelta(length))
    assert period.last_day in period
    assert period.last_day + timedelta(1) not in period
