from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.hours import EntryStep, rounded_to_step
from perenne.rules.hours.steps import ENTRY_STEP
from perenne.rules.practice import USUAL
from perenne.values import Hours

typed = some.integers(0, 10**7).map(lambda n: Decimal(n) / 1_000)


def holding(step):
    return USUAL.choosing(ENTRY_STEP, step)


@pytest.mark.parametrize(
    ("hours", "quarter", "hundredth", "minute", "hour"),
    [
        ("7", 420, 420, 420, 420),
        ("7.12", 420, 427, 427, 420),
        ("7.125", 435, 428, 428, 420),
        ("7.4", 450, 444, 444, 420),
        ("7.5", 450, 450, 450, 480),
        ("7.333", 435, 440, 440, 420),
        ("0.004", 0, 0, 0, 0),
        ("0.008", 0, 1, 0, 0),
        ("0.009", 0, 1, 1, 0),
    ],
)
def test_hours_are_rounded_to_the_step_that_the_committee_holds(
    hours, quarter, hundredth, minute, hour
):
    found = {step: rounded_to_step(Decimal(hours), practice=holding(step)) for step in EntryStep}
    assert found == {
        EntryStep.QUARTER: Hours(quarter),
        EntryStep.HUNDREDTH: Hours(hundredth),
        EntryStep.MINUTE: Hours(minute),
        EntryStep.HOUR: Hours(hour),
    }
    assert rounded_to_step(Decimal(hours)) == Hours(quarter)


@given(typed, some.sampled_from(EntryStep))
def test_rounding_moves_less_than_half_a_step_and_a_minute(hours, step):
    found = rounded_to_step(hours, practice=holding(step))
    assert abs(found.minutes - hours * 60) <= Decimal(30) / step.in_an_hour + Decimal("0.5")


@given(typed, some.sampled_from([EntryStep.QUARTER, EntryStep.MINUTE, EntryStep.HOUR]))
def test_rounding_twice_changes_nothing_more(hours, step):
    once = rounded_to_step(hours, practice=holding(step))
    assert rounded_to_step(once.amount, practice=holding(step)) == once
    assert once.minutes % (60 // step.in_an_hour) == 0


def test_steps_are_told_in_french():
    assert [step.label for step in EntryStep] == [
        "quart d’heure",
        "centième d’heure",
        "minute",
        "heure entière",
    ]
