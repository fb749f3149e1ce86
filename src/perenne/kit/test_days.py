from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils.timezone import localdate
from hypothesis import given
from hypothesis.strategies import dates

from perenne.kit.days import midnight


@pytest.mark.parametrize(
    ("day", "begins"),
    [
        (date(2026, 1, 15), datetime(2026, 1, 14, 23, tzinfo=UTC)),
        (date(2026, 7, 15), datetime(2026, 7, 14, 22, tzinfo=UTC)),
        (date(2026, 3, 29), datetime(2026, 3, 28, 23, tzinfo=UTC)),  # the clock moves at two
    ],
)
def test_a_day_begins_at_the_hour_of_paris(day, begins):
    assert midnight(day) == begins


@given(dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_it_is_the_first_instant_of_that_day(day):
    assert localdate(midnight(day)) == day
    assert localdate(midnight(day) - timedelta(microseconds=1)) == day - timedelta(1)
