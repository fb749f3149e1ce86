from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.calibration import Hypotheses, Severity, calibrate, numbers, warnings
from perenne.rules.calibration.proportion import DOUBTS
from perenne.rules.needs import BuyerKind, ContractKind, Need
from perenne.rules.practice import USUAL
from perenne.rules.segments import find_segment, trade
from perenne.values import Euros, Hours, Share

EXAMPLE = {"amount": 1_500_000, "labour": 50, "effort": 5, "cost": 30}
FRENCH = {"montant": "amount", "part": "labour", "effort": "effort", "coût": "cost"}


def doubts(object="Gros œuvre", *, months=12, kind=None, practice=USUAL, **figures):
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
    finding = find_segment(object, None)
    return warnings(found, need=need, finding=finding, practice=practice)


def codes(**figures):
    return {warning.code for warning in doubts(**figures)}


@pytest.mark.parametrize(("code", "expected", "case"), rows_of("doubts"))
def test_each_doubt_is_told_when_it_holds(code, expected, case):
    figures = {FRENCH[name]: case[name] for name in FRENCH if name in case}
    months = case.get("mois", 12)
    found = {
        warning.code: warning
        for warning in doubts(
            case.get("objet", "Gros œuvre"),
            months=None if months == "inconnue" else months,
            **figures,
        )
    }
    assert (code in found) is expected
    if expected:
        assert found[code].severity is DOUBTS[code].severity
        assert found[code].sentence.endswith(".")


def test_the_kind_that_the_buyer_gives_wins_over_the_words():
    assert "duration_short" in codes(months=5, kind=ContractKind.SERVICES)
    assert "duration_short" not in codes(months=5, kind=ContractKind.WORKS)


@pytest.mark.parametrize(
    ("number", "value", "figures", "code"),
    [
        (numbers.FLOOR_HOURS, Hours.of(200), {"amount": 230_000}, "hours_below_floor"),
        (numbers.COMFORT_HOURS, Hours.of(1_000), {"amount": 1_000_000}, "hours_low"),
        (numbers.HIGH_EFFORT, Share.percent(10), {"effort": 15}, "effort_high"),
        (numbers.LOW_LABOUR, Share.percent(30), {"labour": 25}, "labour_share_low"),
        (numbers.LOWEST_COST, Euros.of(25), {"cost": 22}, "cost_out_of_bounds"),
        (numbers.HIGHEST_COST, Euros.of(40), {"cost": 50}, "cost_out_of_bounds"),
        (numbers.CROWD, Share.percent(10), {"effort": 15}, "too_many_at_once"),
        (numbers.SHORTEST_WORKS, 6, {"months": 5}, "duration_short"),
        (
            numbers.SHORTEST_SERVICES,
            12,
            {"object": "Nettoyage des locaux", "months": 11},
            "duration_short",
        ),
        (numbers.SMALL_AMOUNT, Euros.of(500_000), {"amount": 400_000}, "amount_small"),
        (trade("masonry").effort_rate, Share.percent(7), {"cost": 28}, None),
    ],
)
def test_a_committee_that_holds_other_numbers_has_other_doubts(number, value, figures, code):
    practice = USUAL.choosing(number, value)
    before, after = codes(**figures), codes(**figures, practice=practice)
    if code is None:
        assert "indicative_values" in before - after
    else:
        assert code in after - before


def test_above_a_higher_floor_nothing_is_low():
    held = USUAL.choosing(numbers.FLOOR_HOURS, Hours.of(300))
    held = held.choosing(numbers.COMFORT_HOURS, Hours.of(150))
    assert codes(amount=300_000, practice=held) & {"hours_low", "hours_below_floor"} == {
        "hours_below_floor"
    }
    assert not codes(amount=360_000, practice=held) & {"hours_low", "hours_below_floor"}


@pytest.mark.parametrize(
    ("figures", "code", "said"),
    [
        (
            {"amount": 170_000},
            "hours_below_floor",
            "142 h : moins de 150 h, environ un mois d’une personne.",
        ),
        ({"amount": 300_000}, "hours_low", "250 h : moins de 300 h, le parcours sera court."),
        ({"effort": 21}, "effort_high", "Taux d’effort de 21 %, au-dessus de 20 % :"),
        ({"labour": 19}, "labour_share_low", "Part de main-d’œuvre de 19 %, sous 20 % :"),
        (
            {"cost": 61},
            "cost_out_of_bounds",
            "de 61 €, hors de la fourchette de 20 € à 60 € : vérifiez",
        ),
        ({"months": 2}, "duration_short", "Durée de 2 mois, moins de 3 :"),
        ({"months": None}, "duration_unknown", "Durée inconnue : demandez-la à l’acheteur"),
        ({"amount": 99_999}, "amount_small", "Montant de 99 999 €, sous 100 000 € :"),
        ({"object": "Ascenseurs"}, "technicality_high", "« Ascenseurs » est un métier qualifié"),
        ({"labour": 60}, "labour_share_unusual", "de 60 %, d’ordinaire de 40 % à 55 %"),
        ({"effort": 12}, "effort_unusual", "de 12 %, d’ordinaire de 5 % à 10 %"),
        (
            {"effort": 20},
            "price_per_hour_unusual",
            "Une heure pour 300 € de marché, d’ordinaire de 800 € à 2 000 €",
        ),
        ({}, "indicative_values", "la valeur est indicative : taux d’effort et coût horaire."),
    ],
)
def test_the_sentence_of_a_doubt_names_its_figures(figures, code, said):
    found = {w.code: w.sentence for w in doubts(**figures)}
    assert said in found[code].replace("\u00a0", " ").replace("\u202f", " ")


def test_the_sentence_about_the_crew_names_both_numbers():
    found = {w.code: w.sentence for w in doubts(effort=30, amount=3_000_000)}
    assert found["too_many_at_once"].replace("\u00a0", " ") == (
        "Il faudrait 8 personne(s) en insertion à la fois pour une équipe estimée à 27 : plus de "
        "20 %. Étalez les heures ou baissez le volume."
    )


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
