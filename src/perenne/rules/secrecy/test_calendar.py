"""Figures come out on a fixed calendar: each quarter once, in order, long enough after its end."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.practice import USUAL
from perenne.rules.secrecy.calendar import DAYS_AFTER, Quarter, quarters_due


@pytest.mark.parametrize(
    ("today", "due"),
    [
        ("2026-05-14", ()),
        ("2026-05-15", ("2026-T1",)),
        ("2026-08-13", ("2026-T1",)),
        ("2026-08-14", ("2026-T1", "2026-T2")),
        ("2027-02-14", ("2026-T1", "2026-T2", "2026-T3", "2026-T4")),
    ],
)
def test_a_quarter_is_due_forty_five_days_after_its_end(today, due):
    found = quarters_due(Quarter(2026, 1), date.fromisoformat(today))
    assert tuple(one.code for one in found) == due


def test_the_delay_is_the_one_that_the_committee_holds():
    held = USUAL.choosing(DAYS_AFTER, 90)
    assert quarters_due(Quarter(2026, 1), date(2026, 6, 28), practice=held) == ()
    assert quarters_due(Quarter(2026, 1), date(2026, 6, 29), practice=held) == (Quarter(2026, 1),)


@pytest.mark.parametrize("code", ["2026", "2026-T5", "2026-T0", "26-T1", "2026-T01", "x-T1"])
def test_what_is_not_a_quarter_is_refused(code):
    with pytest.raises(ValueError, match=r".+"):
        Quarter.read(code)


@given(some.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_every_day_is_of_one_quarter_that_is_read_again(day):
    found = Quarter.of(day)
    assert day in found.days
    assert Quarter.read(found.code) == found
    assert found.next.days.start == found.days.end
    assert found.closes_year == (found.number == 4)
