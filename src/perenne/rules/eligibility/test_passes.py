from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.eligibility import Pass, PassReading, PassState, reads_pass
from perenne.values import Period, add_months

BEGUN = date(2025, 3, 15)
PLAIN = Pass(BEGUN)
STOPPED = Pass(BEGUN, suspended=Period(date(2026, 1, 1), date(2026, 2, 1)))
days = some.dates(date(2022, 1, 1), date(2035, 1, 1))


@pytest.mark.parametrize(
    ("on", "state", "said"),
    [
        ("2025-03-14", PassState.NOT_BEGUN, "Le PASS IAE commence le 15\u00a0mars 2025"),
        ("2025-03-15", PassState.VALID, "PASS IAE valable jusqu’au 14\u00a0mars 2027."),
        ("2027-03-14", PassState.VALID, "PASS IAE valable jusqu’au 14\u00a0mars 2027."),
        ("2027-03-15", PassState.EXPIRED, "Le PASS IAE a pris fin le 14\u00a0mars 2027"),
    ],
)
def test_a_pass_holds_twenty_four_months(on, state, said):
    reading = reads_pass(PLAIN, on=date.fromisoformat(on))
    assert (reading.state, reading.ends_on) == (state, date(2027, 3, 14))
    assert reading.reason.startswith(said)


@pytest.mark.parametrize(
    ("iae_pass", "on", "reading"),
    [
        (
            PLAIN,
            date(2025, 3, 14),
            PassReading(
                PassState.NOT_BEGUN,
                date(2027, 3, 14),
                "Le PASS IAE commence le 15\u00a0mars 2025\u00a0: attendez ce jour.",
            ),
        ),
        (
            PLAIN,
            date(2027, 3, 15),
            PassReading(
                PassState.EXPIRED,
                date(2027, 3, 14),
                "Le PASS IAE a pris fin le 14\u00a0mars 2027\u00a0: demandez s’il a été prolongé "
                "ou suspendu.",
            ),
        ),
        (
            STOPPED,
            date(2026, 1, 1),
            PassReading(
                PassState.SUSPENDED,
                date(2027, 4, 14),
                "Le PASS IAE est suspendu jusqu’au 31\u00a0janvier 2026\u00a0: faites lever la "
                "suspension avant de compter des heures.",
            ),
        ),
    ],
)
def test_each_state_says_what_to_do(iae_pass, on, reading):
    assert reads_pass(iae_pass, on=on) == reading


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("2025-12-31", PassState.VALID),
        ("2026-01-01", PassState.SUSPENDED),
        ("2026-01-31", PassState.SUSPENDED),
        ("2026-02-01", PassState.VALID),
        ("2027-04-14", PassState.VALID),
        ("2027-04-15", PassState.EXPIRED),
    ],
)
def test_a_suspension_pushes_the_end_back_by_its_length(on, state):
    assert reads_pass(STOPPED, on=date.fromisoformat(on)).state is state


def test_a_suspension_counts_thirty_six_months_at_most():
    long = Pass(BEGUN, suspended=Period(date(2026, 1, 1), date(2036, 1, 1)))
    just = Pass(BEGUN, suspended=Period(date(2026, 1, 1), date(2029, 1, 1)))
    shorter = Pass(BEGUN, suspended=Period(date(2026, 1, 1), date(2028, 12, 31)))
    ends = [reads_pass(one, on=BEGUN).ends_on for one in (long, just, shorter)]
    assert ends[0] == ends[1] == ends[2] + timedelta(1)


def test_a_written_end_wins_over_the_computed_one():
    prolonged = Pass(BEGUN, ends_on=date(2030, 1, 1))
    assert reads_pass(prolonged, on=date(2030, 1, 1)).state is PassState.VALID
    assert reads_pass(prolonged, on=date(2030, 1, 2)).state is PassState.EXPIRED
    assert reads_pass(Pass(date(2019, 1, 1), date(2022, 1, 1)), on=date(2022, 1, 1)).state is (
        PassState.VALID
    )


def test_an_older_approval_held_twenty_four_months_too():
    old = Pass(date(2020, 6, 1))
    assert reads_pass(old, on=date(2022, 5, 31)).state is PassState.VALID
    assert reads_pass(old, on=date(2022, 6, 1)).state is PassState.EXPIRED


def test_before_september_2021_how_long_a_suspension_counts_is_not_guessed():
    first = Pass(date(2020, 6, 1), suspended=Period(date(2021, 9, 1), date(2021, 10, 1)))
    older = Pass(date(2020, 6, 1), suspended=Period(date(2021, 8, 31), date(2021, 10, 1)))
    assert reads_pass(first, on=date(2022, 1, 1)).ends_on == date(2022, 6, 30)
    with pytest.raises(LookupError, match="31/08/2021"):
        reads_pass(older, on=date(2022, 1, 1))


@given(days, days)
def test_a_pass_is_valid_exactly_for_its_twenty_four_months(begun, on):
    reading = reads_pass(Pass(begun), on=on)
    assert (reading.state is PassState.VALID) == (begun <= on < add_months(begun, 24))
