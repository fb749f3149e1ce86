import pytest
from tests.golden import rows_of

from perenne.rules.calibration import benchmarks, price_range
from perenne.rules.calibration.benchmarks import (
    PUBLISHED_PRICES,
    SERVICES_LEAST,
    SERVICES_MOST,
    STUDIES_LEAST,
    STUDIES_MOST,
    WORKS_LEAST,
    WORKS_MOST,
)
from perenne.rules.law import Confidence
from perenne.rules.practice import USUAL
from perenne.rules.segments import find_segment
from perenne.rules.texts import PRACTICE
from perenne.values import Euros, Hours


@pytest.mark.parametrize(("code", "expected", "case"), rows_of("published_prices"))
def test_a_published_price_is_the_amount_of_its_text_by_its_hours(code, expected, case):
    price = Euros.of(Euros.of(case["montant"]).amount / Hours.of(case["heures"]).amount)
    whole = Euros.of(price.amount.quantize(1))
    assert (PUBLISHED_PRICES[code].euros_per_hour == whole) is expected


@pytest.mark.parametrize(("code", "expected", "object"), rows_of("price_ranges"))
def test_each_kind_of_purchase_has_its_range(code, expected, object):
    assert (price_range(find_segment(object, None)).code == code) is expected


@pytest.mark.parametrize(
    ("object", "low", "high"),
    [
        ("Gros œuvre", 800, 2_000),
        ("Nettoyage des locaux", 200, 800),
        ("Maîtrise d’œuvre", 2_000, 5_000),
        ("Lot unique", 200, 800),
    ],
)
def test_the_range_of_the_purchase_comes_before_the_published_prices(object, low, high):
    first, *published = benchmarks(find_segment(object, None))
    assert (first.euros_per_hour, first.up_to) == (Euros.of(low), Euros.of(high))
    prices = [benchmark.euros_per_hour for benchmark in published]
    assert prices == [Euros.of(1_200), Euros.of(2_000), Euros.of(2_857)]
    assert all(benchmark.up_to is None for benchmark in published)


@pytest.mark.parametrize(
    ("object", "least", "most"),
    [
        ("Gros œuvre", WORKS_LEAST, WORKS_MOST),
        ("Nettoyage des locaux", SERVICES_LEAST, SERVICES_MOST),
        ("Maîtrise d’œuvre", STUDIES_LEAST, STUDIES_MOST),
    ],
)
def test_a_committee_may_hold_another_range(object, least, most):
    held = USUAL.choosing(least, least.low).choosing(most, most.high)
    first = benchmarks(find_segment(object, None), practice=held)[0]
    assert (first.euros_per_hour, first.up_to) == (least.low, most.high)
    assert (first.source, first.confidence) == (PRACTICE, Confidence.VARIES)
    assert first.label.endswith("ordre de grandeur")
