from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.legal_bases import (
    Regime,
    SocialEconomyLot,
    may_be_awarded_again,
    may_reserve_to_social_economy,
)
from perenne.rules.needs import BuyerKind
from perenne.values import add_months

CONTRACT, TODAY = Regime.PUBLIC_CONTRACT, date(2026, 11, 25)
TOWN = BuyerKind.LOCAL_AUTHORITY


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def lot(*, buyer=TOWN, regime=CONTRACT, listed=True, months=24):
    return SocialEconomyLot(buyer, regime, listed, months)


@pytest.mark.parametrize(
    ("facts", "on", "open_", "said"),
    [
        ({}, TODAY, True, "pour 36 mois au plus"),
        ({}, TODAY, True, "citez l’article L2113-15 dans l’avis"),
        ({"months": 36}, TODAY, True, "mission de service public"),
        ({"months": None}, TODAY, True, "36 mois au plus"),
        ({"months": 37}, TODAY, False, "limitée à 36 mois et le marché en dure 37"),
        ({"listed": False}, TODAY, False, "santé, sociaux ou culturels"),
        ({"regime": Regime.CONCESSION}, TODAY, False, "que pour un marché public"),
        ({"regime": Regime.PRIVATE}, TODAY, False, "que pour un marché public"),
        ({}, date(2019, 4, 1), True, "36 mois"),
        ({}, date(2019, 3, 31), False, "article 37 de l’ordonnance"),
        ({"buyer": BuyerKind.NETWORK_OPERATOR}, TODAY, True, "aussi un pouvoir adjudicateur"),
    ],
)
def test_the_limits_of_a_reservation_to_the_social_economy(facts, on, open_, said):
    found = may_reserve_to_social_economy(lot(**facts), on=on)
    assert found.is_open is open_
    assert bool(found.articles) is open_
    assert said in plain(found.reason)


def test_only_a_network_operator_checks_what_it_is():
    assert "opérateur" not in may_reserve_to_social_economy(lot(), on=TODAY).reason


@pytest.mark.parametrize(
    ("awarded_on", "open_", "said"),
    [
        (None, True, "n’a tenu aucun marché"),
        (date(2023, 11, 25), True, "remonte à 36 mois ou plus"),
        (date(2023, 11, 26), False, "avant le 26 novembre 2026"),
        (TODAY, False, "avant le 25 novembre 2029"),
    ],
)
def test_an_operator_waits_three_years(awarded_on, open_, said):
    found = may_be_awarded_again(awarded_on, on=TODAY)
    assert found.is_open is open_
    assert bool(found.articles) is open_
    assert said in plain(found.reason)


def test_before_the_code_the_wait_is_not_guessed():
    with pytest.raises(LookupError, match="31/03/2019"):
        may_be_awarded_again(None, on=date(2019, 3, 31))


@given(some.dates(date(2019, 4, 1), date(2040, 1, 1)))
def test_the_wait_ends_on_its_day_and_not_before(awarded_on):
    free_on = add_months(awarded_on, 36)
    assert may_be_awarded_again(awarded_on, on=free_on).is_open
    assert not may_be_awarded_again(awarded_on, on=free_on - timedelta(1)).is_open


@given(some.integers(1, 120), some.booleans(), some.sampled_from(BuyerKind))
def test_a_lot_is_reserved_for_three_years_at_most(months, listed, buyer):
    found = may_reserve_to_social_economy(lot(months=months, listed=listed, buyer=buyer), on=TODAY)
    assert found.is_open is (listed and months <= 36)
