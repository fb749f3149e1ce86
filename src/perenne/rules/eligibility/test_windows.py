from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.eligibility import (
    WINDOWS,
    Course,
    Entry,
    Window,
    WindowStart,
    counts_on,
    next_review,
    window,
)
from perenne.rules.eligibility.windows import (
    PERMANENT_CAP,
    PERMANENT_MONTHS,
    PERMANENT_TO_CONTRACT_END,
    REVIEW_MONTHS,
    STARTS_AT,
    WINDOW_MONTHS,
    WORK_STUDY_CAP,
)
from perenne.rules.practice import USUAL
from perenne.values import add_months

HIRED, FIRST_HOUR, ANSWERED = date(2026, 9, 1), date(2026, 9, 15), date(2026, 8, 20)
TO_THE_END = USUAL.choosing(PERMANENT_TO_CONTRACT_END, True)
days = some.dates(date(2022, 1, 1), date(2040, 1, 1))


def entry(course=Course.FIXED_TERM, **facts):
    return Entry(course, HIRED, FIRST_HOUR, ANSWERED, **facts)


@pytest.mark.parametrize(("code", "expected", "case"), rows_of("windows"))
def test_a_lawyer_reads_which_days_count(code, expected, case):
    found = window(entry(Course(code), ends_on=case.get("fin")))
    assert counts_on(found, case["jour"]) is expected


def test_every_course_has_its_row():
    assert {rule.code for rule in WINDOWS} == set(Course)


@pytest.mark.parametrize("course", [Course.FIXED_TERM, Course.PERMANENT])
@pytest.mark.parametrize(
    ("start", "begins"),
    [
        (WindowStart.FIRST_HOUR, FIRST_HOUR),
        (WindowStart.HIRING, HIRED),
        (WindowStart.ANSWER, ANSWERED),
    ],
)
def test_a_committee_chooses_where_the_window_begins(course, start, begins):
    found = window(entry(course), practice=USUAL.choosing(STARTS_AT, start))
    assert (found.start, found.end) == (begins, add_months(begins, 24))


@pytest.mark.parametrize("months", [12, 18, 24])
def test_a_committee_chooses_how_long_a_fixed_term_counts(months):
    found = window(entry(), practice=USUAL.choosing(WINDOW_MONTHS, months))
    assert found.end == add_months(FIRST_HOUR, months)


@pytest.mark.parametrize("months", [12, 24, 36, 48])
def test_a_committee_chooses_how_long_a_permanent_contract_counts(months):
    found = window(entry(Course.PERMANENT), practice=USUAL.choosing(PERMANENT_MONTHS, months))
    assert found.end == add_months(FIRST_HOUR, months)


@pytest.mark.parametrize(
    ("contract_ends_on", "end"),
    [
        (date(2027, 12, 31), date(2028, 1, 1)),
        (date(2030, 8, 30), date(2030, 8, 31)),
        (date(2030, 8, 31), date(2030, 9, 1)),
        (date(2030, 9, 1), date(2030, 9, 1)),
        (date(2035, 1, 1), date(2030, 9, 1)),
        (None, date(2028, 9, 15)),
    ],
)
def test_to_the_end_of_the_contract_means_forty_eight_months_at_most(contract_ends_on, end):
    facts = entry(Course.PERMANENT, contract_ends_on=contract_ends_on)
    assert window(facts, practice=TO_THE_END).end == end
    assert window(facts).end == date(2028, 9, 15)


def test_the_caps_are_the_committees_too():
    shorter = TO_THE_END.choosing(PERMANENT_CAP, 36).choosing(WORK_STUDY_CAP, 24)
    permanent = entry(Course.PERMANENT, contract_ends_on=date(2035, 1, 1))
    assert window(permanent, practice=shorter).end == date(2029, 9, 1)
    assert window(entry(Course.WORK_STUDY), practice=shorter).end == date(2028, 9, 1)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (
            entry(),
            "CDD, intérim, mise à disposition\u00a0: les heures comptent du 15\u00a0septembre 2026 "
            "jusqu’au 14\u00a0septembre 2028, même si la situation de la personne change.",
        ),
        (
            entry(Course.SHELTERED),
            "Entreprise adaptée, ESAT\u00a0: tant que la personne y est\u00a0: les heures comptent "
            "du 15\u00a0septembre 2026 tant que rien n’y met fin, même si la situation de la "
            "personne change.",
        ),
    ],
)
def test_a_window_says_when_and_that_a_lost_criterion_ends_nothing(facts, reason):
    assert window(facts).reason == reason


@pytest.mark.parametrize("course", Course)
def test_only_a_stay_without_end_is_reviewed(course):
    months = window(entry(course)).review_months
    assert months == (24 if course is Course.SHELTERED else None)
    held = window(entry(course), practice=USUAL.choosing(REVIEW_MONTHS, 12)).review_months
    assert held == (12 if course is Course.SHELTERED else None)


@pytest.mark.parametrize(
    ("on", "due"),
    [
        (date(2026, 1, 1), date(2028, 9, 15)),
        (FIRST_HOUR, date(2028, 9, 15)),
        (date(2028, 9, 15), date(2028, 9, 15)),
        (date(2028, 9, 16), date(2030, 9, 15)),
        (date(2030, 9, 15), date(2030, 9, 15)),
        (date(2030, 9, 16), date(2032, 9, 15)),
    ],
)
def test_a_stay_is_reviewed_every_two_years(on, due):
    assert next_review(window(entry(Course.SHELTERED)), on=on) == due


def test_nothing_is_reviewed_after_the_end_nor_without_a_review():
    stay = window(entry(Course.SHELTERED, ends_on=date(2028, 9, 15)))
    assert next_review(stay, on=FIRST_HOUR) == date(2028, 9, 15)
    assert next_review(stay, on=date(2028, 9, 16)) is None
    shorter = window(entry(Course.SHELTERED, ends_on=date(2028, 9, 14)))
    assert next_review(shorter, on=FIRST_HOUR) is None
    assert next_review(window(entry()), on=FIRST_HOUR) is None


@given(days, some.none() | days, days)
def test_a_day_counts_from_the_start_and_before_the_end(start, end, day):
    found = Window(start, end, "")
    assert counts_on(found, day) == (start <= day and (end is None or day < end))


@given(days, days)
def test_a_review_is_never_past_and_falls_on_a_multiple_of_its_months(start, on):
    found = replace(window(entry(Course.SHELTERED)), start=start.replace(day=1), end=None)
    due = next_review(found, on=on)
    assert due >= on
    assert due > found.start
    passed = (due.year - found.start.year) * 12 + due.month - found.start.month
    assert passed % 24 == 0
    earlier = add_months(due, -24)
    assert earlier < on or earlier <= found.start


@given(some.sampled_from(Course), some.none() | days, days)
def test_a_window_never_begins_before_the_first_hour(course, ends_on, day):
    found = window(entry(course, ends_on=ends_on))
    assert not counts_on(found, FIRST_HOUR - timedelta(1))
    assert found.start == FIRST_HOUR
