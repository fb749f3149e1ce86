from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.rules.practice import USUAL
from perenne.rules.urgency import (
    LATE_TIMES,
    NEAR_DAYS,
    SOON_DAYS,
    TIMES,
    UNKNOWN_HOURS,
    Urgency,
    in_order,
    urgency_on,
)
from perenne.values import Errand, ErrandKind, Hours

TODAY = date(2026, 11, 26)
KIND = ErrandKind("Valider", "Clauses", "clauses:show", "Publication prévue")


def errand(about, hours, days):
    return Errand(
        KIND, ("1",), about, "",
        None if hours is None else Hours.of(hours),
        None if days is None else TODAY + timedelta(days),
    )  # fmt: skip


errands = st.lists(
    st.builds(
        errand,
        st.text(max_size=3),
        st.none() | st.integers(0, 20_000),
        st.none() | st.integers(-400, 400),
    ),
    max_size=20,
)


@pytest.mark.parametrize(
    ("days", "urgency"),
    [
        (-400, "late"), (-1, "late"), (0, "near"), (7, "near"), (8, "soon"), (30, "soon"),
        (31, "later"), (400, "later"), (None, "later"),
    ],
)  # fmt: skip
def test_a_day_presses_more_as_it_comes(days, urgency):
    due_on = None if days is None else TODAY + timedelta(days)
    assert urgency_on(due_on, today=TODAY) == urgency


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(("a", 400, -1), ("b", 2_300, 60), id="late hours weigh six times"),
        pytest.param(("a", 2_500, 60), ("b", 400, -1), id="many hours far away outweigh few"),
        pytest.param(("a", 100, 7), ("b", 190, 8), id="near: four times, to prepare: twice"),
        pytest.param(("a", None, 1), ("b", 99, 1), id="unknown hours count for a hundred"),
        pytest.param(("a", 101, 1), ("b", None, 1), id="and no more"),
        pytest.param(("a", 10, 1), ("b", 10, 5), id="equal risk: the nearest day"),
        pytest.param(("a", 10, 90), ("b", 10, None), id="equal risk: no day comes last"),
        pytest.param(("a", 10, 3), ("b", 10, 3), id="all equal: as they came"),
    ],
)
def test_what_comes_first(first, second):
    one, other = errand(*first), errand(*second)
    assert in_order([one, other], today=TODAY) == (one, other)
    if (one[2:] != other[2:] and one.due_on != other.due_on) or one.hours != other.hours:
        assert in_order([other, one], today=TODAY) == (one, other)


def risk(one):
    minutes = USUAL.of(UNKNOWN_HOURS) * 60 if one.hours is None else one.hours.minutes
    urgency = urgency_on(one.due_on, today=TODAY)
    return minutes * (USUAL.of(TIMES[urgency]) if urgency in TIMES else 1)


@given(errands)
def test_nothing_is_lost_and_risk_never_rises(given_errands):
    ordered = in_order(given_errands, today=TODAY)
    assert sorted(map(repr, ordered)) == sorted(map(repr, given_errands))
    risks = [risk(one) for one in ordered]
    assert risks == sorted(risks, reverse=True)
    assert in_order(ordered, today=TODAY) == ordered


def test_a_committee_may_hold_other_weights():
    few_late, many_later = errand("a", 100, -1), errand("b", 500, 60)
    assert in_order([many_later, few_late], today=TODAY)[0] is few_late
    calmer = USUAL.choosing(LATE_TIMES, 2)
    assert in_order([few_late, many_later], today=TODAY, practice=calmer)[0] is many_later


def test_the_labels_are_words_and_the_spans_follow_one_another():
    assert all(one.label for one in Urgency)
    assert USUAL.of(NEAR_DAYS) < USUAL.of(SOON_DAYS)
