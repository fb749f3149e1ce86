from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.legal_bases import must_be_published
from perenne.values import Euros


@pytest.mark.parametrize(
    ("amount", "notified_on", "expected"),
    [
        (40_000, date(2024, 1, 1), True),
        (39_999, date(2026, 6, 1), False),
        (900_000, date(2023, 12, 31), False),
        (900_000, date(2026, 6, 1), True),
    ],
)
def test_which_contracts_are_published(amount, notified_on, expected):
    assert must_be_published(Euros.of(amount), notified_on) is expected


@given(some.integers(0, 10**9), some.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_what_is_published_stays_so_for_a_larger_amount(amount, day):
    if must_be_published(Euros.of(amount), day):
        assert must_be_published(Euros.of(amount + 1), day)
