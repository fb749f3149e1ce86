"""What offers cover, and when a wave, an answer or a need is over."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.rules.practice import USUAL
from perenne.rules.waves import (
    Offered,
    Wanted,
    answer_by,
    covered,
    lapses_on,
    last_day,
    next_wave_on,
)
from perenne.rules.waves.spacing import PAST_ITS_DAY
from perenne.values import Hours

MONDAY = date(2026, 11, 30)
NEED = Wanted(Hours.of(300), 1, MONDAY, date(2027, 2, 28))
"""« 1 peintre, 300 h, dès lundi », for three months."""
days = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("need", "offer", "hours"),
    [
        pytest.param(NEED, Offered(1, MONDAY), "300", id="one person does it all"),
        pytest.param(NEED, Offered(1, MONDAY, Hours.of(120)), "300", id="120 h a month is enough"),
        pytest.param(NEED, Offered(1, MONDAY, Hours.of(50)), "149.58", id="50 h a month: the half"),
        pytest.param(
            NEED, Offered(1, date(2027, 1, 30), Hours.of(120)), "118.35", id="from the last month"
        ),
        pytest.param(NEED, Offered(3, MONDAY), "300", id="never more than is needed"),
        pytest.param(NEED, Offered(1, date(2027, 3, 1)), "0", id="after the last day"),
        pytest.param(replace(NEED, persons=4), Offered(1, MONDAY), "75", id="one of four"),
        pytest.param(
            replace(NEED, persons=4), Offered(1, MONDAY, Hours.of(151)), "75",
            id="one of four, whatever the month",
        ),
    ],
)  # fmt: skip
def test_what_an_offer_covers(need, offer, hours):
    assert covered(need, offer) == Hours.of(hours)


@given(
    st.integers(1, 60_000), st.integers(1, 20), st.integers(0, 400), st.integers(1, 30),
    st.integers(0, 20_000), st.integers(-50, 450),
)  # fmt: skip
def test_an_offer_covers_no_more_than_is_needed_and_all_the_persons_cover_it_all(
    minutes, persons, length, offered, monthly, later
):
    need = Wanted(Hours(minutes), persons, MONDAY, MONDAY + timedelta(length))
    offer = Offered(offered, MONDAY + timedelta(later), Hours(monthly))
    assert Hours(0) <= covered(need, offer) <= need.hours
    assert covered(need, Offered(persons, MONDAY)) == need.hours
    assert covered(need, offer) <= covered(need, replace(offer, persons=offered + 1))


@pytest.mark.parametrize(
    ("first", "hours", "persons", "last"),
    [
        pytest.param(MONDAY, 35, 1, date(2026, 12, 4), id="a week ends on its friday"),
        pytest.param(MONDAY, 36, 1, date(2026, 12, 11), id="one hour more is another week"),
        pytest.param(MONDAY, 300, 1, date(2027, 1, 29), id="nine weeks"),
        pytest.param(MONDAY, 300, 3, date(2026, 12, 18), id="three persons, three weeks"),
        pytest.param(date(2026, 12, 5), 1, 1, date(2026, 12, 11), id="from a saturday"),
    ],
)
def test_when_the_hours_would_be_done(first, hours, persons, last):
    assert last_day(first, Hours.of(hours), persons=persons, per_week=Hours.of(35)) == last


@given(days, st.integers(1, 100_000), st.integers(1, 9), st.integers(60, 2_880))
def test_there_are_weeks_enough_for_the_hours(first, minutes, persons, weekly):
    last = last_day(first, Hours(minutes), persons=persons, per_week=Hours(weekly))
    weeks = (last - first).days // 7 + 1
    assert last >= first
    assert weeks * weekly * persons >= minutes or last.weekday() == 4


def test_waves_and_answers_are_counted_in_working_days():
    thursday = date(2026, 12, 24)
    assert next_wave_on(thursday) == date(2026, 12, 29)
    assert answer_by(thursday) == date(2027, 1, 4)


def test_a_need_is_let_go_after_its_first_day_and_never_after_its_last():
    after = timedelta(USUAL.of(PAST_ITS_DAY))
    assert lapses_on(MONDAY, MONDAY + timedelta(90)) == MONDAY + after
    assert lapses_on(MONDAY, MONDAY + timedelta(3)) == MONDAY + timedelta(4)
