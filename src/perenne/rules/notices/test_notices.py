"""When one is reminded, how often, and what may be said."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.rules.notices import (
    LEAST_DAYS,
    MOST_TIMES,
    SPACING_DAYS,
    Standing,
    Waiting,
    is_day_for,
    is_given_up,
    may_join,
    may_leave,
    may_speak_of_penalty,
    opens_at,
    tell_on,
)
from perenne.rules.practice import USUAL
from perenne.rules.working_days import is_working_day

TUESDAY = date(2026, 12, 1)
days = st.dates(date(2026, 1, 1), date(2029, 12, 31))


@pytest.mark.parametrize(
    ("waiting", "told"),
    [
        pytest.param(Waiting(TUESDAY), TUESDAY, id="at once"),
        pytest.param(Waiting(date(2026, 12, 5)), date(2026, 12, 7), id="seen on a saturday"),
        pytest.param(Waiting(TUESDAY, None, TUESDAY, 1), date(2026, 12, 8), id="each week"),
        pytest.param(Waiting(TUESDAY, None, TUESDAY, 3), date(2026, 12, 8), id="a fourth time"),
        pytest.param(Waiting(TUESDAY, None, TUESDAY, 4), None, id="and not a fifth one"),
        pytest.param(
            Waiting(TUESDAY, date(2026, 12, 14), TUESDAY, 1), date(2026, 12, 8),
            id="a week after comes before the day",
        ),
        pytest.param(
            Waiting(TUESDAY, date(2026, 12, 11), TUESDAY, 1), date(2026, 12, 4),
            id="five days before its day, carried to a friday",
        ),
        pytest.param(
            Waiting(TUESDAY, date(2026, 12, 14), date(2026, 12, 8), 2), date(2026, 12, 11),
            id="never within three days, though five days before is the ninth",
        ),
        pytest.param(
            Waiting(TUESDAY, date(2026, 12, 8), date(2026, 12, 7), 2), date(2026, 12, 10),
            id="the day after its day, three days after the last time",
        ),
        pytest.param(
            Waiting(TUESDAY, date(2027, 6, 1), TUESDAY, 1), date(2027, 5, 3),
            id="what is far away is not spoken of each week",
        ),
    ],
)  # fmt: skip
def test_a_thing_is_told_at_once_then_near_its_day_then_each_week(waiting, told):
    assert tell_on(waiting) == told


@given(seen=days, ahead=st.none() | st.integers(-60, 300))
def test_whatever_waits_is_told_four_times_on_working_days_and_never_in_a_burst(seen, ahead):
    waiting = Waiting(seen, None if ahead is None else seen + timedelta(ahead))
    told = []
    while (day := tell_on(waiting)) is not None:
        told.append(day)
        waiting = waiting.once_told(day)
    assert len(told) == USUAL.of(MOST_TIMES)
    assert is_given_up(waiting)
    assert all(map(is_working_day, told))
    assert told[0] - seen < timedelta(6), "at once, but for days off"
    gaps = [later - day for day, later in pairwise(told)]
    assert min(gaps) >= timedelta(USUAL.of(LEAST_DAYS))
    assert ahead is None or ahead > 30 or max(gaps) < timedelta(USUAL.of(SPACING_DAYS) + 5)


@given(seen=days, told=st.integers(0, 20), on=st.integers(0, 40))
def test_what_joins_a_mail_was_soon_to_leave_and_was_not_just_told(seen, told, on):
    waiting, day = Waiting(seen, None, seen + timedelta(told), 1), seen + timedelta(on)
    joins = may_join(waiting, day)
    own = tell_on(waiting)
    assert not joins or (own - day <= timedelta(3) and day - waiting.told_on >= timedelta(3))
    assert may_join(waiting, own)
    assert not may_join(Waiting(day + timedelta(1)), day), "nobody is told of what is not there yet"
    assert not may_join(Waiting(seen, None, seen, 4), day)


def test_what_was_told_has_a_day():
    with pytest.raises(ValueError, match="told"):
        Waiting(TUESDAY, times=1)


@pytest.mark.parametrize(
    ("moment", "leaves", "opens"),
    [
        ("2026-12-01T08:00", True, "2026-12-01T08:00"),
        ("2026-12-01T17:59", True, "2026-12-01T17:59"),
        ("2026-12-01T07:59", False, "2026-12-01T08:00"),
        ("2026-12-01T18:00", False, "2026-12-02T08:00"),
        ("2026-12-01T03:15", False, "2026-12-01T08:00"),
        ("2026-12-04T19:00", False, "2026-12-07T08:00"),
        ("2026-12-05T10:00", False, "2026-12-07T08:00"),
        ("2026-12-24T20:00", False, "2026-12-28T08:00"),
    ],
)
def test_nights_ends_of_weeks_and_holidays_are_quiet(moment, leaves, opens):
    at = datetime.fromisoformat(moment)
    assert may_leave(at) is leaves
    assert opens_at(at) == datetime.fromisoformat(opens)


@pytest.mark.parametrize(
    ("day", "daily", "weekly"),
    [
        (date(2026, 11, 30), True, True),
        (date(2026, 12, 1), True, False),
        (date(2026, 12, 5), False, False),
        (date(2027, 3, 29), False, False),  # the monday of Easter
        (date(2027, 3, 30), True, True),
    ],
)
def test_once_a_week_is_the_first_working_day_of_the_week(day, daily, weekly):
    assert (is_day_for(day), is_day_for(day, weekly=True)) == (daily, weekly)


@pytest.mark.parametrize(
    ("standing", "may"),
    [
        (Standing(True, TUESDAY, 60), True),
        (Standing(True, TUESDAY + timedelta(1), 60), False),
        (Standing(True, None, 60), False),
        (Standing(True, TUESDAY, 0), False),
        (Standing(False, TUESDAY, 60), False),
        (Standing(), False),
    ],
)
def test_a_penalty_is_spoken_of_while_hours_lack_after_the_formal_notice_alone(standing, may):
    assert may_speak_of_penalty(standing, on=TUESDAY) is may
