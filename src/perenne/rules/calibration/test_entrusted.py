import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.calibration import entrusted_for, hours_entrusted, least_entrusted
from perenne.values import Euros, Hours, Share

amounts = some.integers(0, 10**11).map(Euros)
prices = some.integers(1_000, 10_000).map(Euros)
durations = some.integers(0, 10**7).map(Hours)


@pytest.mark.parametrize(
    ("amount", "percent", "least"),
    [("600000", "5", "30000"), ("100.01", "10", "10.01"), ("0", "10", "0"), ("50", "100", "50")],
)
def test_at_least_a_share_is_rounded_up_to_the_cent(amount, percent, least):
    assert least_entrusted(Euros.of(amount), Share.percent(percent)) == Euros.of(least)


@given(amounts, some.integers(0, 10_000).map(Share))
def test_what_is_entrusted_reaches_its_share_and_not_a_cent_more(amount, share):
    asked = amount.cents * share.basis_points
    assert asked <= least_entrusted(amount, share).cents * 10_000 < asked + 10_000


@pytest.mark.parametrize(
    ("entrusted", "price", "hours"),
    [
        ("30000", "24", "1250"),
        ("100", "30", "3.3333"),
        ("0", "30", "0"),
        ("0.01", "1.2", "0.0167"),
        ("1", "0.01", "100"),
    ],
)
def test_an_amount_pays_hours_at_the_price_of_the_structure(entrusted, price, hours):
    assert hours_entrusted(Euros.of(entrusted), hourly_price=Euros.of(price)) == Hours.of(hours)


@pytest.mark.parametrize(
    ("hours", "price", "amount"), [("1250", "24", "30000"), ("1.0167", "30", "30.50")]
)
def test_hours_ask_for_an_amount(hours, price, amount):
    assert entrusted_for(Hours.of(hours), hourly_price=Euros.of(price)) == Euros.of(amount)


@given(durations, prices)
def test_the_amount_asked_pays_the_hours_to_the_minute(hours, price):
    amount = entrusted_for(hours, hourly_price=price)
    assert hours_entrusted(amount, hourly_price=price) == hours
    assert (amount.cents - 1) * 60 < hours.minutes * price.cents


@pytest.mark.parametrize("price", [0, -1])
@pytest.mark.parametrize(
    "asked",
    [
        lambda price: hours_entrusted(Euros.of(1), hourly_price=price),
        lambda price: entrusted_for(Hours.of(1), hourly_price=price),
    ],
)
def test_a_price_of_nothing_is_refused(asked, price):
    with pytest.raises(
        ValueError, match=r"^Le prix d’une heure doit être supérieur à zéro\u00a0: corrigez-le\.$"
    ):
        asked(Euros(price))
