import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.calibration import Hypotheses, calibrate, least_amount, with_amount
from perenne.values import Euros, Hours, Share


def based(labour, effort, cost=30):
    return Hypotheses(Euros(0), Share.percent(labour), Share.percent(effort), Euros.of(cost))


@pytest.mark.parametrize(
    ("hours", "labour", "effort", "cost", "amount"),
    [
        (150, 50, 5, 30, 180_000),
        (300, 50, 5, 30, 360_000),
        (150, 80, 10, 22, 41_250),
        (0, 50, 5, 30, 0),
    ],
)
def test_the_amount_behind_a_volume(hours, labour, effort, cost, amount):
    assert least_amount(Hours.of(hours), based(labour, effort, cost)) == Euros.of(amount)


@pytest.mark.parametrize(("labour", "effort"), [(0, 5), (50, 0), (0, 0)])
def test_hypotheses_that_give_no_hour_have_no_amount(labour, effort):
    assert least_amount(Hours.of(150), based(labour, effort)) is None


@given(
    some.integers(1, 10**7).map(Hours),
    some.integers(1, 10_000).map(Share),
    some.integers(1, 10_000).map(Share),
    some.integers(1, 10**5).map(Euros),
)
def test_this_amount_gives_the_hours_and_hardly_less_does_not(hours, labour, effort, cost):
    held = Hypotheses(Euros(0), labour, effort, cost)
    amount = least_amount(hours, held)
    assert calibrate(with_amount(held, amount)).hours >= hours
    exact = (amount.cents - 1) * labour.basis_points * effort.basis_points * 60
    assert exact < hours.minutes * cost.cents * 10_000**2
