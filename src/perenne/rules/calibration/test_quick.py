from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.calibration import quick_estimate
from perenne.rules.calibration.quick import QUICK_HOUR, QUICK_MONTH
from perenne.rules.practice import USUAL
from perenne.values import Euros, Hours

amounts = some.integers(0, 10**10).map(Euros)


def test_a_committee_may_hold_other_figures():
    held = USUAL.choosing(QUICK_HOUR, Euros.of(40)).choosing(QUICK_MONTH, Euros.of(6_000))
    found = quick_estimate(Euros.of(9_000), practice=held)
    assert (found.hours, found.months) == (Hours.of(225), 2)


@given(amounts, amounts)
def test_more_money_never_gives_less_work(amount, more):
    less, greater = quick_estimate(amount), quick_estimate(amount + more)
    assert greater.hours >= less.hours
    assert greater.months >= less.months
