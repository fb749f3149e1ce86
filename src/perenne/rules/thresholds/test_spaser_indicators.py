import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.thresholds import SPASER_INDICATORS, SpaserPurchase, spaser_rates
from perenne.values import Euros, Share

purchases = some.lists(
    some.builds(
        SpaserPurchase,
        some.integers(0, 10**9).map(Euros),
        some.booleans(),
        some.booleans(),
        some.booleans(),
        some.booleans(),
    ),
    max_size=8,
)


@pytest.mark.parametrize(("code", "counted", "case"), rows_of("spaser_indicators"))
def test_a_purchase_is_counted_where_it_belongs(code, counted, case):
    bought = SpaserPurchase(
        Euros.of(1_000),
        social=case.get("social") == "oui",
        ecological=case.get("écologique") == "oui",
        from_solidarity_enterprise=case.get("fournisseur") == "esus",
        from_inclusion_structure=case.get("fournisseur") == "inclusion",
    )
    assert SPASER_INDICATORS[code].counts(bought) is counted


def test_each_indicator_has_its_cases():
    cases = {case.values[0] for case in rows_of("spaser_indicators")}
    assert cases == {row.code for row in SPASER_INDICATORS}


def test_rates_are_told_by_number_and_by_value():
    bought = [
        SpaserPurchase(Euros.of(100_000), social=True),
        SpaserPurchase(Euros.of(200_000)),
        SpaserPurchase(Euros.of(300_000), ecological=True),
    ]
    rates = {rate.code: rate for rate in spaser_rates(bought)}
    assert (rates["SOCIAL"].by_number, rates["SOCIAL"].by_value) == (Share(3_333), Share(1_667))
    assert rates["ECOLOGIQUE"].by_value == Share.percent(50)
    assert rates["ESUS"].by_number == Share(0)
    assert rates["INCLUSION"].label.startswith("Achats auprès d’entreprises qui emploient")


def test_half_a_basis_point_is_rounded_up():
    bought = [SpaserPurchase(Euros(1), social=True), SpaserPurchase(Euros(19_999))]
    assert spaser_rates(bought)[0].by_value == Share(1)


def test_a_year_without_spending_has_no_rate_by_value():
    (social, *_) = spaser_rates([SpaserPurchase(Euros(0), social=True)])
    assert (social.by_number, social.by_value) == (Share.percent(100), None)


def test_a_year_without_purchases_has_no_rate():
    assert spaser_rates([]) == ()


@given(purchases)
def test_a_rate_is_a_part_of_the_whole(bought):
    for rate in spaser_rates(bought):
        assert Share(0) <= rate.by_number <= Share.percent(100)
        assert rate.by_value is None or Share(0) <= rate.by_value <= Share.percent(100)


@given(purchases)
def test_what_is_bought_from_an_inclusion_structure_is_a_social_purchase(bought):
    rates = {rate.code: rate for rate in spaser_rates(bought)}
    if rates:
        assert rates["INCLUSION"].by_number <= rates["SOCIAL"].by_number
        assert rates["ESUS"].by_number <= rates["SOCIAL"].by_number
