from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.eligibility import Structure
from perenne.rules.hirings import (
    Conversion,
    ConversionMethod,
    ConversionTerms,
    Invoice,
    convert,
    convert_all,
)
from perenne.rules.hirings.conversion import FLAT_RATE_LEAST, FLAT_RATE_MOST
from perenne.rules.practice import USUAL
from perenne.values import Euros, Hours, Share

INVOICE = Invoice("F1", "111111111", Structure.EI, Euros.of(3_000))
CALIBRATED = ConversionTerms(Share.percent(50), Euros.of(30))
FLAT = ConversionTerms(flat_rate=Euros.of(25), article="article 4.5")
amounts = some.integers(0, 10**9).map(Euros)
costs = some.integers(1, 10_000).map(Euros)
attested = some.none() | some.integers(0, 10**6).map(Hours)
terms = some.builds(
    ConversionTerms,
    some.none() | some.integers(0, 10_000).map(Share),
    some.none() | costs,
    some.none() | costs,
    some.just("article 4"),
)


def converted(case):
    invoice = replace(
        INVOICE, attested=Hours.of(case["attestées"]) if "attestées" in case else None
    )
    return convert(
        invoice,
        ConversionTerms(
            Share.percent(case["part"]) if "part" in case else None,
            Euros.of(case["coût"]) if "coût" in case else None,
            Euros.of(case["forfait"]) if "forfait" in case else None,
            "article 4.5",
        ),
    )


@pytest.mark.parametrize(("code", "expected", "case"), rows_of("conversion_methods"))
def test_a_lawyer_reads_which_method_is_used(code, expected, case):
    found = converted(case)
    assert (found.method == code) is expected
    assert not expected or found.hours == Hours.of(case["heures"])


def test_a_conversion_keeps_all_that_it_comes_from():
    assert convert(INVOICE, CALIBRATED) == Conversion(
        INVOICE,
        CALIBRATED,
        ConversionMethod.CALIBRATED,
        Hours.of(50),
        "Part de main-d’œuvre et coût horaire du calibrage\u00a0: 50\u00a0h pour une facture de "
        "3\u202f000\u00a0€ HT.",
    )


def test_what_cannot_be_converted_counts_for_nothing_and_says_what_to_ask():
    found = convert(INVOICE, ConversionTerms())
    assert (found.method, found.hours) == (None, Hours(0))
    assert found.reason == (
        "Rien ne permet de compter cette facture\u00a0: demandez l’attestation des heures."
    )


@pytest.mark.parametrize(
    ("cents", "warned"), [(2_499, True), (2_500, False), (3_000, False), (3_001, True)]
)
def test_an_unusual_flat_rate_is_told(cents, warned):
    rate = replace(FLAT, flat_rate=Euros(cents))
    reason = convert(INVOICE, rate).reason
    assert (
        "est d’ordinaire de 25\u00a0€ à 30\u00a0€\u00a0: vérifiez la clause." in reason
    ) is warned
    unused = replace(rate, labour_share=Share.percent(50), hourly_cost=Euros.of(30))
    assert "d’ordinaire" not in convert(INVOICE, unused).reason


@pytest.mark.parametrize(
    ("amount", "minutes"), [(1_250, 30), (1_271, 31), (1_270, 30), (21, 1), (20, 0)]
)
def test_hours_are_rounded_half_up_to_the_minute(amount, minutes):
    assert convert(replace(INVOICE, amount=Euros(amount)), FLAT).hours == Hours(minutes)


def test_the_committee_says_which_flat_rates_are_usual():
    wider = USUAL.choosing(FLAT_RATE_LEAST, Euros.of(20)).choosing(FLAT_RATE_MOST, Euros.of(40))
    for rate in (Euros.of(20), Euros.of(40)):
        held = replace(FLAT, flat_rate=rate)
        assert "vérifiez la clause" in convert(INVOICE, held).reason
        assert "vérifiez la clause" not in convert_all([INVOICE], held, practice=wider)[0].reason


def test_each_invoice_is_converted_once():
    second = replace(INVOICE, number="F2", attested=Hours.of(7))
    found = convert_all([INVOICE, second], FLAT)
    assert [(one.method, one.hours) for one in found] == [
        (ConversionMethod.FLAT, Hours.of(120)),
        (ConversionMethod.ATTESTED, Hours.of(7)),
    ]
    same_number = replace(INVOICE, supplier="222222222")
    assert len(convert_all([INVOICE, same_number], FLAT)) == 2
    with pytest.raises(ValueError, match="ne convertissez chacune qu’une fois"):
        convert_all([INVOICE, second, replace(INVOICE, amount=Euros.of(1))], FLAT)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"hourly_cost": Euros(0)}, "Le coût horaire doit être supérieur à zéro"),
        ({"flat_rate": Euros(0), "article": "4"}, "Le taux doit être supérieur à zéro"),
        ({"labour_share": Share(-1)}, "La part de main-d’œuvre va de 0 à 100"),
        ({"labour_share": Share(10_001)}, "La part de main-d’œuvre va de 0 à 100"),
        ({"flat_rate": Euros(1)}, "indiquez l’article"),
        ({"flat_rate": Euros(1), "article": " "}, "indiquez l’article"),
    ],
)
def test_impossible_terms_are_refused(wrong, said):
    with pytest.raises(ValueError, match=said):
        ConversionTerms(**wrong)


def test_terms_at_their_bounds_are_taken():
    ConversionTerms(Share(0), Euros(1), Euros(1), "4")
    ConversionTerms(Share(10_000))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"amount": Euros(-1)}, "déduisez l’avoir"),
        ({"attested": Hours(-1)}, "La durée attestée est négative"),
    ],
)
def test_an_impossible_invoice_is_refused(wrong, said):
    with pytest.raises(ValueError, match=said):
        replace(INVOICE, **wrong)


@given(amounts, attested, terms)
def test_one_method_at_most_is_used_in_the_order_of_preference(amount, hours, held):
    found = convert(replace(INVOICE, amount=amount, attested=hours), held)
    if hours is not None:
        assert (found.method, found.hours) == (ConversionMethod.ATTESTED, hours)
    elif held.labour_share is not None and held.hourly_cost is not None:
        assert found.method is ConversionMethod.CALIBRATED
        exact = amount.cents * held.labour_share.fraction * 60 / held.hourly_cost.cents
        assert abs(found.hours.minutes - exact) <= 0.500001
    elif held.flat_rate is not None:
        assert found.method is ConversionMethod.FLAT
        assert abs(found.hours.minutes * held.flat_rate.cents - amount.cents * 60) * 2 <= (
            held.flat_rate.cents
        )
    else:
        assert found.method is None
