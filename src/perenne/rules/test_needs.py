import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.needs import BuyerKind, ContractKind, Need
from perenne.values import Euros

amounts = some.none() | some.integers(-100, 10**12).map(Euros)


def need(*, amount=None, high=None, whole=None, months=None):
    return Need("Objet", None, amount, high, whole, months, None, BuyerKind.STATE, None)


@pytest.mark.parametrize(
    ("amount", "high", "whole", "compared"),
    [
        (None, None, None, None),
        (100, None, None, 100),
        (100, 250, None, 250),
        (100, 250, 900, 900),
        (None, None, 900, 900),
        (0, None, None, None),
        (500, None, 300, 500),
    ],
)
def test_thresholds_look_at_the_greatest_known_amount(amount, high, whole, compared):
    known = [None if number is None else Euros.of(number) for number in (amount, high, whole)]
    found = need(amount=known[0], high=known[1], whole=known[2]).compared
    assert found == (None if compared is None else Euros.of(compared))


@given(amounts, amounts, amounts)
def test_what_is_compared_is_never_less_than_what_is_priced(amount, high, whole):
    facts = need(amount=amount, high=high, whole=whole)
    assert facts.priced is None or (facts.compared is not None and facts.compared >= facts.priced)
    assert facts.compared is None or facts.compared.cents > 0


@pytest.mark.parametrize(("months", "lasting"), [(None, None), (0, None), (-3, None), (1, 1)])
def test_a_duration_that_is_nil_is_not_one(months, lasting):
    assert need(months=months).lasting == lasting


@pytest.mark.parametrize("kind", [*BuyerKind, *ContractKind])
def test_every_kind_has_its_french_label(kind):
    assert kind.label[0].isupper()
