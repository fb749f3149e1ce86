from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.rules.deadlines import ANSWER, CALIBRATE, TOO_LATE, calibration_day, step_at
from perenne.rules.needs import BuyerKind, Need

RECEIVED = date(2026, 11, 23)
LAUNCH = date(2027, 9, 1)


def need(consulted_on):
    return Need(
        object="Nettoyage", cpv=None, amount=None, amount_high=None, whole_amount=None,
        months=None, consulted_on=consulted_on, buyer=BuyerKind.LOCAL_AUTHORITY, kind=None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("launch", "is_kept", "today", "label", "on", "late"),
    [
        (LAUNCH, False, RECEIVED, ANSWER, date(2026, 12, 7), False),
        (LAUNCH, False, date(2026, 12, 7), ANSWER, date(2026, 12, 7), False),
        (LAUNCH, False, date(2026, 12, 8), ANSWER, date(2026, 12, 7), True),
        (None, False, date(2027, 1, 4), ANSWER, date(2026, 12, 7), True),
        (date(2027, 1, 5), False, date(2026, 12, 4), CALIBRATE, date(2026, 12, 4), False),
        (date(2027, 1, 5), False, date(2026, 12, 8), CALIBRATE, date(2026, 12, 4), True),
        (date(2027, 1, 5), False, date(2027, 1, 5), TOO_LATE, None, True),
        (LAUNCH, True, date(2026, 12, 8), CALIBRATE, date(2027, 8, 2), False),
        (LAUNCH, True, date(2027, 8, 3), CALIBRATE, date(2027, 8, 2), True),
        (LAUNCH, True, LAUNCH, TOO_LATE, None, True),
        (None, True, date(2027, 8, 3), CALIBRATE, None, False),
    ],
)
def test_the_step_of_a_day(launch, is_kept, today, label, on, late):
    step = step_at(need(launch), received_on=RECEIVED, is_kept=is_kept, today=today)
    assert (step.label, step.on, step.late) == (label, on, late)
    assert step.reason


@given(
    st.dates(date(2026, 1, 1), date(2029, 1, 1)), st.booleans(), st.integers(0, 900),
    st.integers(1, 60),
)  # fmt: skip
def test_waiting_never_moves_a_deadline_and_what_is_late_stays_late(launch, is_kept, days, more):
    def at(day):
        return step_at(need(launch), received_on=RECEIVED, is_kept=is_kept, today=day)

    first = date.fromordinal(RECEIVED.toordinal() + days)
    then = date.fromordinal(first.toordinal() + more)
    before, after = at(first), at(then)
    assert after.late >= before.late
    if after.on is not None:
        assert before.on == after.on
        assert after.on <= calibration_day(launch) or not is_kept
