from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.contracts import amended_amount, framework_length, orders_within
from perenne.rules.needs import BuyerKind, ContractKind
from perenne.values import Euros

DAY = date(2026, 11, 23)
MILLION = Euros.of(1_000_000)
amounts = some.integers(0, 10**12).map(Euros)
buyers = some.sampled_from([None, *BuyerKind])
kinds = some.sampled_from([None, *ContractKind])


@pytest.mark.parametrize(
    ("months", "buyer", "is_cautioned"),
    [
        (48, BuyerKind.LOCAL_AUTHORITY, False),
        (49, BuyerKind.LOCAL_AUTHORITY, True),
        (49, None, True),
        (96, BuyerKind.NETWORK_OPERATOR, False),
        (97, BuyerKind.NETWORK_OPERATOR, True),
        (240, BuyerKind.PRIVATE, False),
    ],
)
def test_a_framework_lasts_four_years_or_eight_on_networks(months, buyer, is_cautioned):
    said = framework_length(months, buyer=buyer, on=DAY)
    assert bool(said) == is_cautioned
    if said:
        assert f"peut durer {months}" in said.sentence
        assert said.source.endswith("article L2125-1, 1°")


@pytest.mark.parametrize(
    ("after", "kind", "said"),
    [
        (1_100_000, ContractKind.SERVICES, ""),
        (900_000, ContractKind.SERVICES, ""),
        (1_100_001, ContractKind.SERVICES, "R2194-8"),
        (1_100_001, None, "R2194-8"),
        (1_150_000, ContractKind.WORKS, ""),
        (849_999, ContractKind.WORKS, "R2194-8"),
        (1_500_000, ContractKind.WORKS, "R2194-8"),
        (1_500_001, ContractKind.WORKS, "R2194-3"),
        (400_000, ContractKind.SUPPLIES, "R2194-3"),
    ],
)
def test_amendments_are_small_of_some_weight_or_too_large(after, kind, said):
    found = amended_amount(MILLION, Euros.of(after), kind=kind, on=DAY)
    assert (found.source.rpartition(" ")[2] if found else "") == said


def test_an_amount_that_was_nil_is_compared_with_nothing():
    assert amended_amount(Euros(0), MILLION, kind=None, on=DAY) is None


def test_orders_stop_at_the_maximum():
    assert orders_within(MILLION, MILLION) is None
    said = orders_within(MILLION, MILLION + Euros(1))
    assert said.source.endswith("R2162-4")


def test_a_contract_older_than_the_code_is_read_by_it():
    assert framework_length(49, buyer=None, on=date(2018, 1, 1))
    assert amended_amount(MILLION, Euros(0), kind=None, on=date(2018, 1, 1))


@given(some.integers(1, 600), buyers, some.dates())
def test_a_longer_framework_is_never_less_doubtful(months, buyer, day):
    shorter = framework_length(months, buyer=buyer, on=day)
    longer = framework_length(months + 1, buyer=buyer, on=day)
    assert longer or not shorter


@given(amounts, amounts, amounts, kinds)
def test_a_change_further_off_is_never_less_doubtful(before, after, further, kind):
    near, far = sorted([after, further], key=lambda one: abs(one.cents - before.cents))
    if amended_amount(before, near, kind=kind, on=DAY):
        assert amended_amount(before, far, kind=kind, on=DAY)


@given(amounts, amounts)
def test_orders_are_doubtful_beyond_the_maximum_and_only_then(most, ordered):
    assert bool(orders_within(most, ordered)) == (ordered > most)
