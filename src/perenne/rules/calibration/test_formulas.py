import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.calibration import (
    Calibration,
    Hypotheses,
    calibrate,
    hours_by_step,
    hours_of_fte,
    hours_of_production,
    hours_pro_rata,
)
from perenne.values import Euros, FteBase, Hours, Share

amounts = some.integers(0, 10**12).map(Euros)
shares = some.integers(0, 10_000).map(Share)
costs = some.integers(1, 20_000).map(Euros)
durations = some.integers(0, 10**8).map(Hours)
hypotheses = some.builds(Hypotheses, amounts, shares, shares, costs)


def example(*, amount=1_000_000, labour=50, effort=5, cost=30):
    return Hypotheses(
        Euros.of(amount), Share.percent(labour), Share.percent(effort), Euros.of(cost)
    )


def test_every_figure_of_the_published_example_is_found():
    assert calibrate(example()) == Calibration(
        hypotheses=example(),
        hours=Hours(833 * 60 + 20),
        labour_hours=Hours.of(Decimal(500_000) / 30),
        labour_amount=Euros.of(500_000),
        insertion_amount=Euros.of(25_000),
    )


def test_a_calibration_reads_as_a_price_a_share_and_full_time_equivalents():
    found = calibrate(example())
    assert found.euros_per_hour == Euros.of(1_200)
    assert found.share_of_amount == Share.percent("2.5")
    assert found.fte(FteBase.LEGAL) == Decimal("0.52")
    assert found.fte(FteBase.PAID) == Decimal("0.46")


def test_no_hour_has_no_price():
    assert calibrate(example(amount=0)).euros_per_hour is None


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"amount": -1}, "Le montant ne peut pas être négatif\u00a0: corrigez-le."),
        ({"cost": 0}, "Le coût horaire doit être supérieur à zéro\u00a0: corrigez-le."),
        (
            {"labour": 101},
            "La part de main-d’œuvre va de 0 à 100\u00a0%\u00a0: corrigez la valeur saisie.",
        ),
        ({"effort": -1}, "Le taux d’effort va de 0 à 100\u00a0%\u00a0: corrigez la valeur saisie."),
    ],
)
def test_an_impossible_hypothesis_is_refused_with_what_to_do(wrong, said):
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        example(**wrong)


@given(hypotheses)
def test_hours_are_exact_to_the_half_minute_and_never_negative(based):
    found = calibrate(based)
    exact = (
        based.amount.amount * based.labour_share.fraction * based.effort_rate.fraction * 60
    ) / based.hourly_cost.amount
    assert found.hours.minutes >= 0
    assert abs(found.hours.minutes - exact) <= Decimal("0.500001")


@given(hypotheses)
def test_insertion_is_a_part_of_labour_and_labour_of_the_amount(based):
    found = calibrate(based)
    assert found.insertion_amount <= found.labour_amount <= based.amount
    assert found.hours <= found.labour_hours


@given(hypotheses, amounts)
def test_more_money_never_gives_fewer_hours(based, more):
    richer = Hypotheses(
        based.amount + more, based.labour_share, based.effort_rate, based.hourly_cost
    )
    assert calibrate(richer).hours >= calibrate(based).hours


@given(hypotheses, shares)
def test_a_greater_labour_share_never_gives_fewer_hours(based, other):
    low, high = sorted((based.labour_share, other))
    smaller, greater = (
        Hypotheses(based.amount, share, based.effort_rate, based.hourly_cost)
        for share in (low, high)
    )
    assert calibrate(greater).hours >= calibrate(smaller).hours


@given(hypotheses, shares)
def test_a_greater_effort_never_gives_fewer_hours(based, other):
    low, high = sorted((based.effort_rate, other))
    smaller, greater = (
        Hypotheses(based.amount, based.labour_share, share, based.hourly_cost)
        for share in (low, high)
    )
    assert calibrate(greater).hours >= calibrate(smaller).hours


@given(hypotheses, costs)
def test_a_dearer_hour_never_gives_more_hours(based, other):
    low, high = sorted((based.hourly_cost, other))
    cheaper, dearer = (
        Hypotheses(based.amount, based.labour_share, based.effort_rate, cost)
        for cost in (low, high)
    )
    assert calibrate(dearer).hours <= calibrate(cheaper).hours


def test_three_years_of_cleaning_at_ten_percent_of_the_hours():
    assert hours_of_production(Hours.of(36_000), Share.percent(10)) == Hours.of(3_600)


@given(durations, shares)
def test_a_rate_of_production_stays_within_production(production, rate):
    assert 0 <= hours_of_production(production, rate).minutes <= production.minutes


@pytest.mark.parametrize(
    ("fte", "months", "base", "hours"),
    [
        ("0.5", 24, FteBase.LEGAL, 1_607),
        ("0.5", 24, FteBase.PAID, 1_820),
        ("0.5", 24, FteBase.NETWORK, 1_600),
        ("1", 12, FteBase.LEGAL, 1_607),
    ],
)
def test_full_time_equivalents_give_hours_on_their_base(fte, months, base, hours):
    assert hours_of_fte(Decimal(fte), months=months, base=base) == Hours.of(hours)


@given(some.integers(0, 400).map(lambda n: Decimal(n) / 4), some.sampled_from(FteBase))
def test_a_year_of_full_time_equivalents_reads_back(fte, base):
    assert hours_of_fte(fte, months=12, base=base).fte(base) == fte


@pytest.mark.parametrize(
    ("invoiced", "hours"),
    [
        ("2699999", 0),
        ("2700000", 0),
        ("2701999.99", 0),
        ("2702000", 1),
        ("3105000", 202),
        ("10000000", 3_650),
    ],
)
def test_hours_come_with_each_whole_step_above_the_trigger(invoiced, hours):
    found = hours_by_step(
        Euros.of(invoiced),
        trigger=Euros.of(2_700_000),
        step=Euros.of(2_000),
        hours_per_step=Hours.of(1),
    )
    assert found == Hours.of(hours)


@pytest.mark.parametrize(
    ("invoiced", "hours"), [("180000", "63"), ("437250", "153.0333"), ("0", "0")]
)
def test_hours_follow_invoices_pro_rata(invoiced, hours):
    found = hours_pro_rata(Euros.of(invoiced), step=Euros.of(100_000), hours_per_step=Hours.of(35))
    assert found == Hours.of(hours)


def test_under_the_trigger_not_even_the_smallest_step_counts():
    one = Euros(1)
    found = hours_by_step(Euros(0), trigger=one, step=one, hours_per_step=Hours.of(1))
    assert found == Hours(0)


@given(amounts, amounts)
def test_whole_steps_never_give_more_than_pro_rata(invoiced, trigger):
    step, each = Euros.of(2_000), Hours.of(1)
    by_step = hours_by_step(invoiced, trigger=trigger, step=step, hours_per_step=each)
    assert Hours(0) <= by_step <= hours_pro_rata(invoiced, step=step, hours_per_step=each)
