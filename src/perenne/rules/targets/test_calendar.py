"""The season of a contract: in which months its hours are expected."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.rules.calibration import Scheme
from perenne.rules.targets import EVEN, Bill, Facts, Order, Pause, Season, target_on
from perenne.values import Euros, Hours

START = date(2026, 1, 1)
YEAR = Facts(Hours.of(1200), Euros.of(500_000), 12, START, START)
GREEN = Season.of_months(range(3, 11))
"""Green spaces: from March to October, 245 days."""
SEASONS = st.lists(st.integers(0, 5), min_size=12, max_size=12).filter(any).map(tuple).map(Season)
PAUSES = st.tuples(st.integers(0, 200), st.integers(0, 60)).map(
    lambda it: Pause(START + timedelta(it[0]), START + timedelta(sum(it)))
)
DAYS = st.integers(-30, 500).map(lambda days: START + timedelta(days))


@pytest.mark.parametrize(
    ("facts", "season", "on", "expected"),
    [
        (YEAR, EVEN, date(2025, 12, 31), 0),
        (YEAR, EVEN, date(2026, 12, 31), 1200),
        (YEAR, EVEN, date(2026, 3, 14), 240),
        (YEAR, GREEN, date(2026, 2, 28), 0),
        (YEAR, GREEN, date(2026, 4, 18), 240),
        (YEAR, GREEN, date(2026, 10, 31), 1200),
        (YEAR, GREEN, date(2026, 12, 31), 1200),
        (YEAR, Season((0, 0, 1, 3, 3, 2, 1, 0, 2, 1, 0, 0)), date(2026, 3, 31), 93),
        (replace(YEAR, starts_on=None), GREEN, date(2026, 6, 1), 0),
        (replace(YEAR, months=2), GREEN, date(2026, 1, 31), 630),
        (replace(YEAR, pauses=(Pause(date(2026, 3, 1)),)), EVEN, date(2026, 9, 1), 193),
        (replace(YEAR, pauses=(Pause(date(2026, 3, 1)),)), GREEN, date(2026, 9, 1), 0),
    ],
)
def test_what_should_be_done_by_a_day(facts, season, on, expected):
    """31 days of March weigh 31 of 400: 1 200 h x 31 / 400 = 93 h."""
    assert target_on(replace(facts, season=season), on).paced.minutes // 60 == expected


def test_hours_that_follow_the_invoices_have_no_season():
    scheme = Scheme(Euros.of(100_000), Hours.of(200), Euros(0))
    order = Order("1", Euros.of(300_000), START, bills=(Bill(Euros.of(200_000), START),))
    facts = replace(YEAR, written=scheme, orders=(order,), season=GREEN)
    assert target_on(facts, date(2026, 2, 1)).paced == Hours.of(400)


@pytest.mark.parametrize("weights", [(1,) * 11, (0,) * 12, (-1,) + (1,) * 11])
def test_a_calendar_has_twelve_months_and_work_in_one(weights):
    with pytest.raises(ValueError, match="douze mois"):
        Season(weights)


def test_a_season_is_said_by_its_months():
    assert Season.of_months(()).said == "toute l’année"
    assert Season.of_months([9, 3, 4]).said == "mars, avril et septembre"


@given(season=SEASONS, pause=PAUSES, one=DAYS, other=DAYS)
def test_the_expected_curve_climbs_from_nothing_to_the_whole(season, pause, one, other):
    """As it stands once the suspension is over: the same calendar for all days."""
    facts = replace(YEAR, pauses=(pause,), season=season)
    ends_on = target_on(facts, date(2028, 1, 1)).period.ends_on
    assert target_on(facts, START - timedelta(1)).paced == Hours(0)
    assert target_on(facts, ends_on).paced == Hours.of(1200)
    if pause.until <= one:
        low, high = (target_on(facts, day).paced for day in (one, max(one, other)))
        assert low <= high <= Hours.of(1200)


@given(one=DAYS, pause=PAUSES)
def test_months_of_the_same_weight_are_no_season(one, pause):
    """And the days of a calendar are those of the period."""
    facts = replace(YEAR, pauses=(pause,), season=Season((6,) * 12))
    target = target_on(facts, one)
    assert target.paced == target_on(replace(facts, season=EVEN), one).paced
    if target.period is not None:
        first, last = target.period.starts_on, target.period.ends_on
        assert facts.calendar_on(one).load(first, last) == 6 * target.period.workable
