from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.deadlines import (
    Actor,
    MilestoneKind,
    Monitoring,
    Rhythm,
    monitoring_calendar,
)
from perenne.rules.working_days import is_working_day

START = date(2027, 1, 4)
CALENDARS = some.builds(
    Monitoring,
    statement_day=some.integers(1, 28),
    rhythm=some.sampled_from(Rhythm),
    kick_off_days=some.integers(1, 90),
    review_months=some.integers(1, 24),
    assessment_months=some.integers(1, 24),
    final_assessment_months=some.integers(1, 6),
)


def told(monitoring, months, **more):
    calendar = monitoring_calendar(monitoring, START, months, **more)
    return [(one.kind.value, one.on.isoformat()) for one in calendar]


def test_a_contract_of_eight_months_counted_by_hand():
    assert told(Monitoring(review_months=3), 8) == [
        ("first_contact", "2027-01-18"),
        ("kick_off", "2027-02-03"),
        ("statement", "2027-02-12"),
        ("statement", "2027-03-12"),
        ("review", "2027-04-05"),  # the 4th is a Sunday
        ("statement", "2027-04-12"),
        ("statement", "2027-05-12"),
        ("statement", "2027-06-14"),  # the 12th is a Saturday
        ("review", "2027-07-05"),  # the 4th is a Sunday
        ("assessment", "2027-07-05"),
        ("statement", "2027-07-12"),
        ("statement", "2027-08-12"),
        ("statement", "2027-09-13"),
        ("statement", "2027-10-12"),
        ("final_assessment", "2027-12-03"),
    ]


def test_a_quarterly_rhythm_asks_for_a_statement_each_quarter():
    calendar = Monitoring(rhythm=Rhythm.QUARTERLY, statement_day=15)
    asked = [day for kind, day in told(calendar, 12) if kind == "statement"]
    assert asked == ["2027-04-15", "2027-07-15", "2027-10-15", "2028-01-17", "2028-04-18"]


def test_the_first_days_run_from_the_notification():
    first, second, *_ = told(Monitoring(), 6, notified_on=date(2026, 12, 1))
    assert (first, second) == (("first_contact", "2026-12-15"), ("kick_off", "2026-12-31"))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"statement_day": 0}, "entre le 1er et le 28"),
        ({"statement_day": 29}, "entre le 1er et le 28"),
        ({"kick_off_days": 0}, "au moins un jour"),
        ({"first_contact_days": 0}, "au moins un jour"),
        ({"review_months": 0}, "au moins un mois"),
        ({"assessment_months": 0}, "au moins un mois"),
        ({"final_assessment_months": 0}, "au moins un mois"),
        ({"formal_notice_days": 7}, "au moins 8"),
        ({"entitlement_months": 11}, "de 12 à 48"),
        ({"entitlement_months": 49}, "de 12 à 48"),
    ],
)
def test_a_calendar_that_cannot_be_is_refused(wrong, said):
    with pytest.raises(ValueError, match=said):
        Monitoring(**wrong)


def test_a_contract_lasts_at_least_a_month():
    with pytest.raises(ValueError, match="au moins un mois"):
        monitoring_calendar(Monitoring(), START, 0)


@given(CALENDARS, some.dates(date(2020, 1, 1), date(2035, 12, 31)), some.integers(1, 60))
def test_every_month_is_declared_once_and_nobody_is_asked_on_a_day_off(monitoring, start, months):
    calendar = monitoring_calendar(monitoring, start, months)
    days = [one.on for one in calendar]
    assert days == sorted(days)
    assert all(is_working_day(day) for day in days)
    asked = Counter(one.kind for one in calendar)
    assert asked[MilestoneKind.FINAL_ASSESSMENT] == asked[MilestoneKind.KICK_OFF] == 1
    periods = [one.until for one in calendar if one.kind is MilestoneKind.STATEMENT]
    assert len(periods) == len(set(periods))
    assert all(one.on > one.until for one in calendar if one.kind is MilestoneKind.STATEMENT)
    if monitoring.rhythm is Rhythm.MONTHLY:
        assert months <= len(periods) <= months + 1
    if start.day <= 28:  # else a shorter month may move an anniversary to the last day
        assert asked[MilestoneKind.REVIEW] == (months - 1) // monitoring.review_months
    last = max(one.until for one in calendar)
    assert last - start < timedelta(days=31 * months + 31)


@pytest.mark.parametrize("kind", MilestoneKind)
def test_a_milestone_says_what_and_who(kind):
    assert kind.label
    assert kind.actor in {Actor.BUYER, Actor.CONTRACTOR, Actor.FACILITATOR}
