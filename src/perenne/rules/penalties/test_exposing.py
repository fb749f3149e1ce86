from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.penalties import (
    Bracket,
    Commitment,
    Facts,
    Formula,
    PenaltyInputs,
    Tariff,
    compute,
    exposure,
)
from perenne.values import Euros, Hours, Period, Share

START, END = date(2026, 1, 1), date(2027, 1, 1)
YEAR = Period(START, END)
FLAT = Tariff(formula=Formula.PER_HOUR, rate=Euros.of(50))
TARIFFS = [
    FLAT,
    Tariff(formula=Formula.PER_HOUR),
    Tariff(formula=Formula.PER_HOUR_CEILING, times=Share.percent(400)),
    Tariff(formula=Formula.PER_HOUR_COST, times=Share.percent(120)),
    Tariff(formula=Formula.SHARE_OF_AMOUNT, part=Share.percent(5)),
    Tariff(
        formula=Formula.PROGRESSIVE,
        rate=Euros.of(50),
        brackets=(
            Bracket(Share.percent(10), Share.percent(100)),
            Bracket(None, Share.percent(200)),
        ),
    ),
    Tariff(formula=Formula.PER_HOUR, rate=Euros.of(200), cap=Share.percent(10)),
]
hours = some.integers(0, 10**5).map(Hours)


def commitment(**held):
    return Commitment(
        **{
            "tariff": FLAT,
            "period": YEAR,
            "due": Hours.of(730),
            "validated": Hours.of(100),
            "hourly_cost": Euros.of(30),
            "contract_amount": Euros.of(1_000_000),
            **held,
        }
    )


@pytest.mark.parametrize(
    ("on", "expected", "gap", "amount"),
    [
        (date(2025, 12, 31), 0, 0, 0),
        (START, 0, 0, 0),
        (date(2026, 2, 20), 100, 0, 0),
        (date(2026, 2, 21), 102, 2, 100),
        (date(2026, 7, 2), 364, 264, 13_200),
        (date(2026, 12, 31), 728, 628, 31_400),
        (END, 730, 630, 31_500),
        (date(2027, 6, 1), 730, 630, 31_500),
    ],
)
def test_the_hours_expected_follow_the_days_elapsed(on, expected, gap, amount):
    found = exposure(commitment(), on)
    assert found.expected == Hours.of(expected)
    assert (found.gap, found.amount) == (Hours.of(gap), Euros.of(amount))
    assert found.done == Hours.of(100)


def test_hours_expected_are_brought_down_to_the_minute():
    odd = commitment(due=Hours(1_000))
    assert exposure(odd, START + timedelta(1)).expected == Hours(2)
    assert exposure(odd, START + timedelta(2)).expected == Hours(5)


def test_a_framework_agreement_follows_its_invoices_once_begun():
    framework = commitment(due_by_invoices=Hours.of(202))
    assert exposure(framework, START).expected == Hours.of(202)
    assert exposure(framework, START - timedelta(1)).expected == Hours(0)
    assert exposure(framework, END).amount == Euros.of(5_100)
    assert exposure(commitment(due_by_invoices=Hours(0)), END).gap == Hours(0)


def test_hours_exonerated_count_as_done():
    found = exposure(commitment(exonerated=Hours.of(30)), END)
    assert (found.done, found.gap) == (Hours.of(130), Hours.of(600))


def test_each_figure_is_told():
    said = exposure(commitment(), date(2026, 7, 2)).reasons
    assert [sentence.replace("\u00a0", " ") for sentence in said] == [
        "Heures attendues au 2 juillet 2026 : 364 h, au prorata de la durée écoulée.",
        "Heures validées ou exonérées : 100 h.",
        "Écart : 264 h, soit une pénalité de 13\u202f200 € si la clause s’arrêtait ce jour.",
    ]
    framework = commitment(due_by_invoices=Hours.of(202))
    assert "d’après les montants facturés." in exposure(framework, START).reasons[0]


@given(some.sampled_from(TARIFFS), hours, hours, hours, some.integers(0, 400))
def test_from_the_end_on_exposure_is_the_penalty_itself(tariff, due, validated, exonerated, late):
    on = END + timedelta(late)
    clause = commitment(tariff=tariff, due=due, validated=validated, exonerated=exonerated)
    facts = Facts(
        on=on,
        due=due,
        validated=validated,
        exonerated=exonerated,
        reference=Euros.of(30),
        contract_amount=Euros.of(1_000_000),
    )
    final = compute(PenaltyInputs(tariff=tariff, facts=facts))
    found = exposure(clause, on)
    assert found.amount == final.amount
    assert found.gap == final.missing


@given(some.sampled_from(TARIFFS), hours, hours, some.integers(-30, 400))
def test_exposure_only_grows_while_nothing_more_is_done(tariff, due, validated, after):
    clause = commitment(tariff=tariff, due=due, validated=validated)
    on = START + timedelta(after)
    today, tomorrow = (exposure(clause, day) for day in (on, on + timedelta(1)))
    assert Euros(0) <= today.amount <= tomorrow.amount
    assert Hours(0) <= today.gap <= tomorrow.gap


def test_what_was_incurred_before_counts_in_the_cap():
    capped = Tariff(formula=Formula.PER_HOUR, rate=Euros.of(200), cap=Share.percent(10))
    clause = commitment(tariff=capped, earlier=Euros.of(90_000), due=Hours.of(10_000))
    assert exposure(clause, END).amount == Euros.of(10_000)


@pytest.mark.parametrize("formula", [Formula.PER_ACTION, Formula.PER_DAY, Formula.ABSENCE])
def test_only_penalties_of_hours_have_an_exposure(formula):
    with pytest.raises(ValueError, match="choisissez une formule horaire"):
        commitment(tariff=Tariff(formula=formula, rate=Euros.of(500)))


def test_a_period_has_at_least_one_day():
    with pytest.raises(ValueError, match="postérieure à la date de début"):
        commitment(period=Period(START, START))
    one = commitment(period=Period(START, START + timedelta(1)))
    assert exposure(one, START + timedelta(1)).expected == Hours.of(730)


def test_before_the_start_no_reference_is_looked_for():
    clause = commitment(tariff=TARIFFS[2], period=Period(date(2018, 1, 1), END))
    assert exposure(clause, date(2017, 6, 1)).amount == Euros(0)
