from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.deadlines import Rhythm, closing_day, statement_due_on
from perenne.rules.deadlines.statements import (
    RECALLED_BEFORE,
    STATEMENT_DAY,
    STATEMENT_RHYTHM,
    statement_asked_on,
)
from perenne.rules.practice import USUAL
from perenne.rules.working_days import Territory, is_working_day

BAM = USUAL.choosing(STATEMENT_RHYTHM, Rhythm.QUARTERLY).choosing(STATEMENT_DAY, 15)
LATE = USUAL.choosing(RECALLED_BEFORE, 1)
days = some.dates(date(2000, 1, 1), date(2199, 1, 1))


@pytest.mark.parametrize(
    ("day", "practice", "closed", "due"),
    [
        (date(2026, 10, 1), USUAL, date(2026, 10, 31), date(2026, 11, 12)),
        (date(2026, 10, 31), USUAL, date(2026, 10, 31), date(2026, 11, 12)),
        (date(2026, 11, 15), USUAL, date(2026, 11, 30), date(2026, 12, 14)),
        (date(2028, 2, 10), USUAL, date(2028, 2, 29), date(2028, 3, 13)),
        (date(2026, 7, 1), BAM, date(2026, 9, 30), date(2026, 10, 15)),
        (date(2026, 9, 30), BAM, date(2026, 9, 30), date(2026, 10, 15)),
        (date(2026, 12, 31), BAM, date(2026, 12, 31), date(2027, 1, 15)),
    ],
)
def test_a_statement_arrives_the_month_after_its_period(day, practice, closed, due):
    assert closing_day(day, practice) == closed
    assert statement_due_on(day, practice=practice) == due


def test_the_day_is_carried_by_the_holidays_of_the_place():
    held = USUAL.choosing(STATEMENT_DAY, 22)
    assert statement_due_on(date(2026, 4, 1), practice=held) == date(2026, 5, 22)
    assert statement_due_on(date(2026, 4, 1), Territory.MARTINIQUE, held) == date(2026, 5, 26)


@given(days, some.sampled_from([5, 10, 12, 15]), some.sampled_from(Rhythm))
def test_any_hour_is_declared_within_four_months_on_a_working_day(day, number, rhythm):
    held = USUAL.choosing(STATEMENT_DAY, number).choosing(STATEMENT_RHYTHM, rhythm)
    due = statement_due_on(day, practice=held)
    assert is_working_day(due)
    assert number <= (due - closing_day(day, held)).days <= number + 5
    assert day <= closing_day(day, held)


@pytest.mark.parametrize(
    ("month", "practice", "asked"),
    [
        (date(2026, 10, 1), USUAL, [date(2026, 11, 2), date(2026, 11, 6)]),
        (date(2026, 12, 1), USUAL, [date(2027, 1, 4), date(2027, 1, 7)]),
        (date(2026, 4, 1), USUAL, [date(2026, 5, 4), date(2026, 5, 7)]),
        (date(2026, 10, 1), USUAL.choosing(STATEMENT_DAY, 5), [date(2026, 11, 2)]),
        (date(2026, 10, 1), LATE, [date(2026, 11, 2), date(2026, 11, 10)]),
        (date(2026, 7, 1), BAM, [date(2026, 10, 1), date(2026, 10, 9)]),
    ],
)  # fmt: skip
def test_a_statement_is_asked_for_and_recalled(month, practice, asked):
    assert list(statement_asked_on(month, practice=practice)) == asked


@given(days, some.integers(1, 15))
def test_it_is_asked_for_on_working_days_before_it_is_due(day, before):
    held = USUAL.choosing(RECALLED_BEFORE, before)
    asked = statement_asked_on(day, practice=held)
    assert all(map(is_working_day, asked))
    assert list(asked) == sorted(set(asked))
    assert closing_day(day) < asked[0] <= asked[-1] <= statement_due_on(day)


def test_a_rhythm_reads_in_french():
    assert [rhythm.label for rhythm in Rhythm] == ["chaque mois", "chaque trimestre"]
