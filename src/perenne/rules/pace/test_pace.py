"""The pace of a commitment: what comes at the end, how grave it is, what would close the gap."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.rules.pace import (
    Counted,
    Forecast,
    Level,
    Reading,
    Settlement,
    alert_of,
    catch_up,
    drawn,
    forecast,
    is_worth_telling,
    known_until,
    lateness,
)
from perenne.rules.pace.alerts import WATCH_FROM
from perenne.rules.practice import USUAL
from perenne.rules.targets import Calendar, Change, Facts, Pause, Season, target_on
from perenne.values import Euros, Hours, Period, Share, add_months

START = date(2026, 1, 1)
GREEN = Season.of_months(range(3, 11))
"""Green spaces: from March to October, 245 days."""
MINUTES = st.integers(0, 60_000)
SEASONS = st.lists(st.integers(0, 5), min_size=12, max_size=12).filter(any).map(tuple).map(Season)
PAUSES = st.tuples(st.integers(0, 200), st.integers(0, 60)).map(
    lambda it: Pause(START + timedelta(it[0]), START + timedelta(sum(it)))
)


def flat(said):
    return said.replace("\u00a0", " ").replace("\u202f", " ")


def counted(*hours, complete=()):
    """`complete`: months of 2026 of which every statement is validated."""
    months = {add_months(START, at): Hours.of(it) for at, it in enumerate(hours)}
    return Counted(months, frozenset(START.replace(month=it) for it in complete))


MARCH, APRIL, MAY, JUNE = 3, 4, 5, 6


@pytest.mark.parametrize(
    ("hours", "complete", "on", "known"),
    [
        ((), (), date(2026, 6, 13), date(2026, 3, 31)),
        ((), (), date(2026, 6, 14), date(2026, 4, 30)),
        ((10,) * 5, (), date(2026, 6, 3), date(2026, 3, 31)),
        ((10,) * 5, (APRIL, MAY), date(2026, 6, 3), date(2026, 5, 31)),
        ((10,) * 6, (APRIL, MAY, JUNE), date(2026, 6, 3), date(2026, 5, 31)),
        ((10,) * 5, (MAY,), date(2026, 6, 3), date(2026, 3, 31)),
        ((10,) * 5, (MAY,), date(2026, 6, 14), date(2026, 5, 31)),
        ((10, 10, 10), (APRIL,), date(2026, 6, 3), date(2026, 4, 30)),
        ((10,) * 5, (MARCH,), date(2026, 6, 3), date(2026, 3, 31)),
    ],
    ids=["its time runs", "its time is over", "one company alone has declared", "all validated",
         "the month is not over", "one before still waits", "the one before had its time",
         "nothing was worked, and all said so", "known already"],
)  # fmt: skip
def test_a_month_is_known_once_all_its_statements_are_or_had_their_time(hours, complete, on, known):
    assert known_until(counted(*hours, complete=complete), on) == known


@given(
    hours=st.lists(st.integers(0, 100), max_size=12),
    complete=st.sets(st.integers(1, 12)),
    on=st.integers(1, 500).map(lambda it: START + timedelta(it)),
    later=st.integers(0, 60),
)
def test_what_is_known_stays_known_and_awaits_nobody(hours, complete, on, later):
    """Nobody waits for a month that is known: each was validated by all, or had its time. More
    hours say nothing by themselves, and a day that was known never becomes unknown.
    """
    found = known_until(counted(*hours, complete=complete), on)
    assert found < on
    assert found == known_until(counted(complete=complete), on)
    assert found <= known_until(counted(complete=complete), on + timedelta(later))
    assert found <= known_until(counted(complete=complete | {found.month}), on)
    old = known_until(counted(), on)
    between = [add_months(old + timedelta(1), at) for at in range(12)]
    assert all(month.month in complete for month in between if old < month <= found)


PLAIN = Facts(Hours.of(730), Euros.of(100_000), 12, START, START)
"""Two hours a day, the whole year."""
HALVED = replace(PLAIN, changes=(Change(1, date(2026, 11, 1), hours=Hours.of(365)),))

STOPPED = replace(PLAIN, pauses=(Pause(date(2026, 11, 1)),))


@pytest.mark.parametrize(
    ("facts", "done", "on", "measured", "expected", "tells"),
    [
        (PLAIN, (), date(2026, 2, 20), date(2025, 12, 31), 0, False),
        (PLAIN, (), date(2026, 11, 26), date(2026, 9, 30), 546, True),
        (PLAIN, (500,), date(2026, 11, 26), date(2026, 9, 30), 546, False),
        (PLAIN, (0,) * 9 + (100,), date(2026, 11, 26), date(2026, 9, 30), 546, True),
        (HALVED, (320,), date(2026, 11, 26), date(2026, 9, 30), 330, False),
        (STOPPED, (), date(2026, 11, 26), date(2026, 9, 30), 546, False),
        (PLAIN, (720,), date(2027, 2, 20), date(2026, 12, 31), 730, True),
    ],
)
def test_a_commitment_is_late_at_the_last_day_whose_hours_are_known(
    facts, done, on, measured, expected, tells
):
    late = lateness(facts, counted(*done), on)
    assert (late.on, late.expected) == (measured, Hours.of(expected))
    assert late.counted == Hours.of(sum(done))
    assert is_worth_telling(late) is tells


ALL_OF_2026 = range(1, 13)
DECIDED = Settlement(Hours.of(146))
CERTIFIED = Settlement(is_certified=True)


@pytest.mark.parametrize(
    ("done", "on", "settlement", "left", "level"),
    [
        (400, date(2026, 11, 26), Settlement(), 208, Level.WATCH),
        (400, date(2026, 11, 26), DECIDED, 62, Level.ON_PACE),
        (300, date(2026, 11, 26), DECIDED, 162, Level.WATCH),
        (584, date(2027, 2, 20), Settlement(), 146, Level.ALARM),
        (584, date(2027, 2, 20), DECIDED, 0, Level.ON_PACE),
        (583, date(2027, 2, 20), DECIDED, 1, Level.ALARM),
        (400, date(2027, 2, 20), CERTIFIED, 0, Level.ON_PACE),
        (730, date(2027, 2, 20), DECIDED, 0, Level.ON_PACE),
    ],
)
def test_hours_that_were_settled_alert_nobody(done, on, settlement, left, level):
    """608 h by October 31st, 730 h at the end; 146 h were paid for."""
    hours = counted(done, complete=ALL_OF_2026)
    late = lateness(PLAIN, hours, on, settlement=settlement)
    assert late.open == Hours.of(left)
    read = Reading(
        late.now.expected, late.expected, late.counted, is_over=late.is_over, settlement=settlement
    )
    assert read.gap == late.open
    found = alert_of(read)
    assert found.level is level
    assert is_worth_telling(late) is (level > Level.ON_PACE)
    assert ("décision" in " ".join(found.reasons)) is (settlement is DECIDED)


@given(
    hours=st.lists(st.integers(0, 100), max_size=12),
    day=st.integers(1, 500).map(lambda it: START + timedelta(it)),
    change=st.none() | st.tuples(st.integers(0, 364), st.integers(1, 1_500)),
    pause=st.none() | PAUSES,
)
def test_nobody_is_late_for_a_day_that_cannot_be_known_nor_for_more_than_is_asked(
    hours, day, change, pause
):
    changes = (
        ()
        if change is None
        else (Change(1, START + timedelta(change[0]), hours=Hours.of(change[1])),)
    )
    pauses = () if pause is None else (pause,)
    facts, done = replace(PLAIN, changes=changes, pauses=pauses), counted(*hours)
    late, today = lateness(facts, done, day), target_on(facts, day)
    assert late.on < day
    assert late.expected <= min(today.paced, today.due)
    assert late.lacking or not is_worth_telling(late)
    if change is None:
        read = Reading(
            today.expected, late.expected, late.counted, is_over=late.is_over,
            is_suspended=late.is_suspended,
        )  # fmt: skip
        assert is_worth_telling(late) is (alert_of(read).level > Level.ON_PACE)


def test_the_forecast_prolongs_the_last_months_and_says_how():
    """June 30th: 181 days done, 184 to come. 60 h in 31 + 28 + 31 days, 180 h in 30 + 31 + 30."""
    done = counted(20, 20, 20, 60, 60, 60)
    found = forecast(done, Calendar(), Period(START, date(2027, 1, 1)), known=date(2026, 6, 30))
    assert (found.low.whole, found.middle.whole, found.high.whole) == (363, 484, 604)
    assert "des six derniers mois travaillés" in found.reason
    assert drawn(done, Calendar(), found)[0] == (date(2026, 6, 30), Hours.of(240), Hours.of(240))
    assert drawn(done, Calendar(), found)[-1] == (date(2026, 12, 31), found.low, found.high)


@pytest.mark.parametrize("known", [date(2026, 1, 31), date(2026, 12, 31), date(2027, 5, 31)])
def test_nothing_is_foreseen_too_early_nor_once_it_is_over(known):
    year = Period(START, date(2027, 1, 1))
    assert forecast(counted(10, 10, 10), Calendar(), year, known=known) is None


def test_a_winter_without_work_says_nothing_of_the_summer():
    """80 h a month from March to October, seen in winter: 8 months of work make the same again."""
    two_years = Period(START, date(2028, 1, 1))
    done = counted(0, 0, *[80] * 8)
    known = date(2027, 2, 28)
    green = forecast(done, Calendar(GREEN), two_years, known=known)
    even = forecast(done, Calendar(), two_years, known=known)
    assert 1270 < green.middle.whole < 1290
    assert even.middle.whole < 1000


@given(hours=st.lists(st.integers(0, 300), min_size=2, max_size=10), season=SEASONS, pause=PAUSES)
def test_a_forecast_is_a_range_that_takes_nothing_back(hours, season, pause):
    done = counted(*hours)
    calendar = Calendar(season, ((pause.since, pause.until),))
    known = add_months(START, len(hours)) - timedelta(1)
    found = forecast(done, calendar, Period(START, date(2027, 1, 1)), known=known)
    if found is not None:
        assert done.total <= found.low <= found.middle <= found.high
        points = drawn(done, calendar, found)
        assert all(low <= high for _, low, high in points)
        assert all(a[0] < b[0] and a[2] <= b[2] for a, b in pairwise(points))


READINGS = st.builds(
    Reading,
    due=MINUTES.map(Hours),
    expected=MINUTES.map(Hours),
    counted=MINUTES.map(Hours),
    has_started=st.booleans(),
    is_over=st.booleans(),
    left=st.integers(0, 10_000).map(Share),
    settlement=st.builds(Settlement, MINUTES.map(Hours), st.booleans()),
    forecast=st.none() | MINUTES.map(lambda it: Forecast(*[Hours(it)] * 3, 6, START, START, "")),
)


@given(reading=READINGS, more=MINUTES)
def test_more_hours_never_make_an_alert_graver(reading, more):
    better = replace(reading, counted=reading.counted + Hours(more))
    assert alert_of(better).level <= alert_of(reading).level


@given(reading=READINGS, more=MINUTES)
def test_what_is_settled_never_makes_an_alert_graver(reading, more):
    settled = replace(reading.settlement, hours=reading.settlement.hours + Hours(more))
    assert alert_of(replace(reading, settlement=settled)).level <= alert_of(reading).level
    certified = replace(settled, is_certified=True)
    if reading.has_started:
        assert alert_of(replace(reading, settlement=certified)).level is Level.ON_PACE


@given(reading=READINGS)
def test_a_stricter_practice_never_makes_an_alert_lighter(reading):
    strict = USUAL.choosing(WATCH_FROM, Share.percent(5))
    assert alert_of(reading, practice=strict).level >= alert_of(reading).level


def test_an_alert_says_its_figures_and_what_to_do():
    forecast = Forecast(Hours.of(600), Hours.of(700), Hours.of(800), 6, START, START, "")
    late = alert_of(Reading(Hours.of(1000), Hours.of(500), Hours.of(300), forecast=forecast))
    assert late.level is Level.ALARM
    assert flat(replace(forecast, low=forecast.high).said) == "800 h"
    assert late.level.label == "En alerte"
    assert [flat(reason) for reason in late.reasons] == [
        "300 h comptées pour 500 h attendues : il manque 200 h, soit 40 % de retard.",
        "Prévision à la fin : 600 à 800 h sur 1 000 h dues.",
    ]
    assert "plan de rattrapage" in late.row.advice


def test_a_plan_says_the_shortest_way_or_that_it_is_too_late():
    plan = catch_up(Hours.of(280), Calendar(), on=START, ends_on=date(2026, 3, 25))
    assert flat(plan.reason) == (
        "Pour faire 280 h de plus avant le 25 mars 2026, par exemple une personne, 10 semaines à "
        "35 h par semaine."
    )
    late = catch_up(Hours.of(280), Calendar(), on=START, ends_on=date(2026, 1, 10))
    assert not late.offers
    assert "il ne reste pas le temps" in late.reason
    assert catch_up(Hours(0), Calendar(), on=START, ends_on=START).reason == "Rien à rattraper."


def test_no_work_is_planned_out_of_season():
    winter = catch_up(Hours.of(28), Calendar(GREEN), on=START, ends_on=date(2026, 2, 28))
    assert not winter.offers


@given(missing=st.integers(1, 30_000).map(Hours), days=st.integers(0, 500), season=SEASONS)
def test_each_offer_closes_the_gap_in_the_time_left(missing, days, season):
    ends_on = START + timedelta(days)
    plan = catch_up(missing, Calendar(season), on=START, ends_on=ends_on)
    for offer in plan.offers:
        assert offer.hours >= missing
        assert offer.starts_on + timedelta(7 * offer.weeks - 1) <= ends_on
        assert 1 <= offer.persons <= 8
    assert len(plan.offers) + len(plan.late) == 5
