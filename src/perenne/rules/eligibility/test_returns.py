from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.eligibility import Return, Window, closed_by_leaving, counts_on, on_return
from perenne.rules.eligibility.returns import BREAK_MONTHS
from perenne.rules.practice import USUAL

RUNNING = Window(date(2026, 9, 1), date(2028, 9, 1), "")
OPEN = Window(date(2026, 9, 1), None, "", 24)
days = some.dates(date(2026, 9, 1), date(2032, 1, 1))
NO_CHECK = Return(
    False, "La durée comptée est en cours\u00a0: vérifiez seulement l’identité de la personne."
)


def back(hired_on, *, last=date(2026, 12, 31), practice=USUAL, running=RUNNING):
    return on_return(running, last_hour_on=last, hired_on=hired_on, practice=practice)


@pytest.mark.parametrize("hired_on", [date(2027, 1, 15), date(2027, 6, 30)])
def test_a_new_clause_in_the_window_needs_no_new_check(hired_on):
    assert back(hired_on) == NO_CHECK


def test_a_break_of_more_than_six_months_begins_everything_again():
    assert back(date(2027, 7, 1)) == Return(
        True,
        "Dernière heure le 31\u00a0décembre 2026, plus de 6\u00a0mois avant l’embauche\u00a0: "
        "vérifiez de nouveau l’éligibilité, une nouvelle durée commence.",
    )


@pytest.mark.parametrize(("months", "needs_check"), [(3, True), (5, True), (6, False), (12, False)])
def test_a_committee_says_how_long_a_break_may_be(months, needs_check):
    practice = USUAL.choosing(BREAK_MONTHS, months)
    assert back(date(2027, 6, 30), practice=practice).needs_check is needs_check


@pytest.mark.parametrize(
    ("hired_on", "running", "needs_check"),
    [
        (date(2028, 8, 31), RUNNING, False),
        (date(2028, 9, 1), RUNNING, True),
        (date(2026, 8, 31), RUNNING, True),
        (date(2028, 9, 1), OPEN, False),
    ],
)
def test_outside_the_window_the_check_is_made_again(hired_on, running, needs_check):
    found = back(hired_on, last=hired_on, running=running)
    assert found.needs_check is needs_check


def test_the_end_of_the_window_is_told():
    assert back(date(2028, 9, 1)).reason == (
        "La durée comptée ne couvre pas le 1er\u00a0septembre 2028\u00a0: vérifiez de nouveau "
        "l’éligibilité, une nouvelle durée commence."
    )


@pytest.mark.parametrize("running", [RUNNING, OPEN])
def test_who_leaves_keeps_the_hours_counted_and_counts_no_more(running):
    closed = closed_by_leaving(running, left_on=date(2027, 5, 31))
    assert closed == Window(
        running.start,
        date(2027, 6, 1),
        "Départ le 31\u00a0mai 2027\u00a0: les heures comptées restent acquises, il n’en compte "
        "plus après ce jour.",
        running.review_months,
    )


@pytest.mark.parametrize(
    ("left_on", "end"),
    [
        (date(2028, 8, 30), date(2028, 8, 31)),
        (date(2028, 8, 31), date(2028, 9, 1)),
        (date(2028, 9, 1), date(2028, 9, 1)),
    ],
)
def test_leaving_never_lengthens_a_window(left_on, end):
    closed = closed_by_leaving(RUNNING, left_on=left_on)
    assert closed.end == end
    assert (closed is RUNNING) == (left_on >= date(2028, 8, 31))


@given(days, days)
def test_days_before_leaving_count_as_they_did(left_on, day):
    closed = closed_by_leaving(RUNNING, left_on=left_on)
    assert counts_on(closed, day) == (counts_on(RUNNING, day) and day <= left_on)
