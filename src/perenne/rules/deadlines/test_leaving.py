from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.deadlines import News, news_to_ask
from perenne.rules.deadlines.leaving import FIRST_NEWS, STEPS
from perenne.rules.practice import USUAL

LEFT = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("on", "held", "months"),
    [
        (date(2026, 4, 29), (), None),
        (date(2026, 4, 30), (), 3),
        (date(2026, 7, 30), (), 3),
        (date(2026, 7, 30), (3,), None),
        (date(2026, 7, 31), (), 6),
        (date(2026, 12, 1), (6,), None),
        (date(2027, 1, 31), (3, 6), 12),
        (date(2028, 1, 30), (), 12),
        (date(2028, 1, 31), (), None),
    ],
)
def test_news_are_asked_three_six_and_twelve_months_after(on, held, months):
    found = news_to_ask(LEFT, held, on=on)
    assert (found and found.months) == months


def test_a_committee_may_begin_later():
    practice = USUAL.choosing(FIRST_NEWS, 6)
    assert news_to_ask(LEFT, (), on=date(2026, 5, 1), practice=practice) is None
    assert news_to_ask(LEFT, (), on=date(2026, 8, 1), practice=practice) == News(
        6, date(2026, 7, 31)
    )


@given(some.dates(date(2020, 1, 1), date(2030, 1, 1)), some.integers(0, 900))
def test_what_is_given_is_not_asked_again_and_nothing_is_asked_before_its_day(left_on, after):
    on = left_on + timedelta(after)
    found = news_to_ask(left_on, (), on=on)
    if found is not None:
        assert found.due_on <= on
        assert news_to_ask(left_on, STEPS, on=on) is None
