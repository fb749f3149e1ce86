from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.calibration import (
    Hypotheses,
    Severity,
    benchmarks,
    calibrate,
    defaults_for,
    warnings,
)
from perenne.rules.law import Confidence
from perenne.rules.needs import BuyerKind, Need
from perenne.rules.segments import find_segment
from perenne.values import Euros, Share

EXAMPLE = {"amount": 1_500_000, "labour": 50, "effort": 5, "cost": 30}


def doubts(object="Gros œuvre", *, months=12, kind=None, **figures):
    asked = EXAMPLE | figures
    found = calibrate(
        Hypotheses(
            Euros.of(asked["amount"]),
            Share.percent(asked["labour"]),
            Share.percent(asked["effort"]),
            Euros.of(asked["cost"]),
        )
    )
    need = Need(object, None, None, None, None, months, date(2027, 1, 4), BuyerKind.HOSPITAL, kind)
    return warnings(found, need=need, finding=find_segment(object, None))


def codes(**figures):
    return {warning.code for warning in doubts(**figures)}


@pytest.mark.parametrize(
    ("figures", "code", "severity"),
    [
        ({"amount": 170_000}, "hours_below_floor", Severity.STRONG),
        ({"amount": 300_000}, "hours_low", Severity.WARN),
        ({"effort": 21}, "effort_high", Severity.STRONG),
        ({"labour": 19}, "labour_share_low", Severity.STRONG),
        ({"cost": 19}, "cost_out_of_bounds", Severity.STRONG),
        ({"cost": 61}, "cost_out_of_bounds", Severity.STRONG),
        ({"effort": 30, "amount": 3_000_000}, "too_many_at_once", Severity.WARN),
        ({"months": 2}, "duration_short", Severity.WARN),
        ({"months": None}, "duration_unknown", Severity.INFO),
        ({"amount": 99_999}, "amount_small", Severity.WARN),
        ({"object": "Ascenseurs"}, "technicality_high", Severity.WARN),
        ({"labour": 60}, "labour_share_unusual", Severity.WARN),
        ({"effort": 12}, "effort_unusual", Severity.INFO),
        ({"effort": 20}, "price_per_hour_unusual", Severity.INFO),
        ({}, "indicative_values", Severity.INFO),
    ],
)
def test_each_doubt_has_its_case_and_its_gravity(figures, code, severity):
    found = {warning.code: warning for warning in doubts(**figures)}
    assert found[code].severity is severity
    assert found[code].sentence.endswith(".")


@pytest.mark.parametrize(
    ("figures", "code"),
    [
        ({"amount": 180_000}, "hours_below_floor"),
        ({"amount": 360_000}, "hours_low"),
        ({"effort": 20}, "effort_high"),
        ({"labour": 20}, "labour_share_low"),
        ({"cost": 20}, "cost_out_of_bounds"),
        ({"cost": 60}, "cost_out_of_bounds"),
        ({"effort": 20, "amount": 3_000_000}, "too_many_at_once"),
        ({"effort": 30, "amount": 100_000}, "too_many_at_once"),
        ({"effort": 30, "months": None}, "too_many_at_once"),
        ({"months": 3}, "duration_short"),
        ({"amount": 100_000}, "amount_small"),
        ({}, "technicality_high"),
        ({"labour": 55}, "labour_share_unusual"),
        ({"effort": 10}, "effort_unusual"),
        ({}, "price_per_hour_unusual"),
        ({"effort": 7, "cost": 28}, "indicative_values"),
        ({"amount": 0}, "price_per_hour_unusual"),
    ],
)
def test_at_the_bound_itself_there_is_no_doubt(figures, code):
    assert code not in codes(**figures)


def test_services_ask_for_a_longer_contract_than_works():
    assert "duration_short" in codes(object="Nettoyage des locaux", months=5)
    assert "duration_short" not in codes(object="Nettoyage des locaux", months=6)


def test_the_sentence_about_the_crew_names_both_numbers():
    found = {w.code: w.sentence for w in doubts(effort=30, amount=3_000_000)}
    assert "8 personne(s) en insertion à la fois pour une équipe estimée à 27" in found[
        "too_many_at_once"
    ].replace("\u00a0", " ")


def test_the_values_that_nobody_changed_are_named():
    said = {w.code: w.sentence for w in doubts(object="Nettoyage", labour=80, effort=7, cost=22)}
    assert "part de main-d’œuvre et coût horaire." in said["indicative_values"]
    assert "effort" not in said["indicative_values"]


def test_the_gravest_doubts_come_first():
    order = [warning.severity for warning in doubts(amount=50_000, effort=25, months=1)]
    gravity = [Severity.STRONG, Severity.WARN, Severity.INFO]
    assert order == sorted(order, key=gravity.index)
    assert {severity.label for severity in order} == {
        "À corriger",
        "À surveiller",
        "Pour information",
    }


@given(
    some.integers(0, 10**7),
    some.integers(0, 100),
    some.integers(0, 100),
    some.integers(1, 90),
    some.none() | some.integers(1, 120),
)
def test_no_hypotheses_escape_and_no_doubt_is_told_twice(amount, labour, effort, cost, months):
    found = doubts(amount=amount, labour=labour, effort=effort, cost=cost, months=months)
    assert len({warning.code for warning in found}) == len(found)


@pytest.mark.parametrize(
    ("object", "labour", "effort", "cost"),
    [
        ("Gros œuvre", 50, 5, 30),
        ("Peinture", 70, 10, 30),
        ("Charpente métallique", 20, 5, 32),
        ("Ascenseurs", 20, 2, 38),
        ("Entretien des espaces verts", 70, 15, 26),
        ("Nettoyage des locaux", 80, 10, 22),
        ("Propreté urbaine", 60, 10, 24),
        ("Gardiennage", 88, 5, 24),
        ("Collecte des déchets", 55, 5, 26),
        ("Centre de tri", 50, 20, 24),
        ("Restauration scolaire", 42, 7, 22),
        ("Standard téléphonique", 88, 7, 24),
        ("Impression", 32, 5, 28),
        ("DSP camping", 45, 5, 26),
        ("Assistance informatique", 75, 3, 50),
        ("Enquêtes", 70, 10, 26),
        ("Maîtrise d’œuvre", 70, 3, 55),
        ("Lot unique", 50, 5, 30),
    ],
)
def test_the_usual_values_are_those_of_the_table(object, labour, effort, cost):
    usual = defaults_for(find_segment(object, None))
    assert usual.labour_share.value == Share.percent(labour)
    assert usual.effort_rate.value == Share.percent(effort)
    assert usual.hourly_cost.value == Euros.of(cost)


def test_a_published_labour_share_says_so_and_the_whole_stays_indicative():
    usual = defaults_for(find_segment("Peinture", None))
    assert usual.labour_share.confidence is Confidence.LIKELY
    assert usual.effort_rate.confidence is Confidence.VARIES
    assert usual.confidence is Confidence.VARIES


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
