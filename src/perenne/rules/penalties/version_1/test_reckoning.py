from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.penalties import Bracket, Facts, Formula, PenaltyInputs, Tariff
from perenne.rules.penalties.version_1 import reckon
from perenne.rules.penalties.version_1.amounts import AMOUNTS
from perenne.values import Euros, Hours, Share

ON = date(2026, 11, 25)
ONCE, TWICE, TEN = Share.percent(100), Share.percent(200), Share.percent(10)
hours = some.integers(0, 10**6).map(Hours)
rates = some.integers(1, 10**5).map(Euros)
amounts = some.integers(0, 10**10).map(Euros)
shares = some.integers(0, 10_000).map(Share)


def found(tariff, **facts):
    return reckon(PenaltyInputs(tariff=Tariff(**tariff), facts=Facts(on=ON, **facts)))


def lines(tariff, **facts):
    return [line.replace("\u00a0", " ") for line in found(tariff, **facts).lines]


PER_HOUR = {"formula": Formula.PER_HOUR, "rate": Euros.of(50)}
COUNTED = [
    "Heures dues : 833 h.",
    "Heures validées : 610 h.",
    "Heures exonérées : 60 h.",
    "Heures manquantes : 163 h.",
]
HOURS = {"due": Hours.of(833), "validated": Hours.of(610), "exonerated": Hours.of(60)}


def test_each_step_is_told_from_the_hours_due_to_the_amount():
    assert lines(PER_HOUR, **HOURS) == [
        *COUNTED,
        "Taux : 50 € par heure manquante, au prorata des fractions d’heure.",
        "Montant calculé : 8\u202f150 €.",
        "Pénalité : 8\u202f150 €, hors du champ de la TVA.",
    ]


def test_no_hour_missing_is_told_in_a_word():
    assert "Heures manquantes : aucune." in lines(PER_HOUR, due=Hours(60), validated=Hours(60))


def test_a_silent_clause_gives_no_penalty_and_says_why():
    silent = found({"formula": Formula.PER_HOUR}, **HOURS)
    assert (silent.gross, silent.amount) == (Euros(0), Euros(0))
    assert lines({"formula": Formula.PER_HOUR}, **HOURS) == [
        *COUNTED,
        "La clause n’écrit aucun montant pour ce manquement : aucune pénalité n’est due, car il "
        "n’existe pas de montant national.",
    ]
    assert len(lines({"formula": Formula.PER_ACTION}, units=2)) == 1


@pytest.mark.parametrize(
    ("tariff", "facts", "told"),
    [
        (
            {"formula": Formula.PER_HOUR_CEILING, "times": Share.percent(400)},
            {"reference": Euros.of(30), **HOURS},
            ["Taux : 4 fois le plafond horaire de la Sécurité sociale (30 €) par heure manquante."],
        ),
        (
            {"formula": Formula.PER_HOUR_WAGE, "times": Share.percent(150)},
            {"reference": Euros.of("12.02"), **HOURS},
            ["Taux : 1,5 fois le SMIC horaire brut (12,02 €) par heure manquante."],
        ),
        (
            {"formula": Formula.PER_HOUR_COST, "times": Share.percent(1000)},
            {"reference": Euros.of(30), **HOURS},
            ["Taux : 10 fois le coût horaire du calibrage (30 €) par heure manquante."],
        ),
        (
            {"formula": Formula.SHARE_OF_AMOUNT, "part": Share.percent(5)},
            {"contract_amount": Euros.of(1_000), **HOURS},
            [
                "Taux : 5 % du montant du marché (1\u202f000 €), au prorata des heures manquantes "
                "sur les heures dues."
            ],
        ),
        (
            {
                "formula": Formula.PROGRESSIVE,
                "rate": Euros.of(50),
                "brackets": (Bracket(TEN, ONCE), Bracket(None, TWICE)),
            },
            HOURS,
            [
                "Tranche jusqu’à 10 % des heures dues : 1 fois 50 € par heure.",
                "Tranche au-delà : 2 fois 50 € par heure.",
            ],
        ),
    ],
)
def test_the_rate_of_a_formula_of_hours_is_told(tariff, facts, told):
    assert lines(tariff, **facts)[4:-2] == told


@pytest.mark.parametrize(
    ("tariff", "facts", "told"),
    [
        (
            {"formula": Formula.PER_ACTION, "rate": Euros.of(500)},
            {"units": 3},
            ["Actions manquantes : 3.", "Taux : 500 € par action manquante."],
        ),
        (
            {"formula": Formula.PER_DAY, "rate": Euros.of(100), "per_document": True},
            {"late_days": 5, "documents": 2},
            [
                "Retard, en jours calendaires : 5.",
                "Documents en retard : 2.",
                "Taux : 100 € par jour de retard et par document.",
            ],
        ),
        (
            {"formula": Formula.PER_DAY, "rate": Euros.of(50), "working_days": True},
            {"late_days": 3, "documents": 2},
            ["Retard, en jours ouvrés : 3.", "Taux : 50 € par jour de retard."],
        ),
        (
            {"formula": Formula.ABSENCE, "rate": Euros.of(500)},
            {"units": 2},
            ["Absences à la réunion de mise au point : 2.", "Taux : 500 € par absence."],
        ),
    ],
)
def test_what_is_not_counted_in_hours_is_told_too(tariff, facts, told):
    assert lines(tariff, **facts)[:-2] == told


def test_a_cap_is_told_with_what_was_incurred_before():
    capped = {**PER_HOUR, "cap": TEN}
    first = lines(capped, contract_amount=Euros.of(50_000), **HOURS)
    later = lines(capped, contract_amount=Euros.of(50_000), earlier=Euros.of(1_000), **HOURS)
    assert first[-2:] == [
        "Plafond : 10 % du montant du marché, soit 5\u202f000 €.",
        "Pénalité : 5\u202f000 €, hors du champ de la TVA.",
    ]
    assert later[-2:] == [
        "Plafond : 10 % du montant du marché, soit 5\u202f000 €, dont 1\u202f000 € déjà encourus.",
        "Pénalité : 4\u202f000 €, hors du champ de la TVA.",
    ]


def test_an_exemption_is_told_and_leaves_the_amount_computed():
    exempt = {**PER_HOUR, "exempt_up_to": Euros.of(10_000)}
    assert lines(exempt, **HOURS)[-2:] == [
        "Exonération : le total des pénalités du marché, 8\u202f150 €, ne dépasse pas "
        "10\u202f000 €.",
        "Pénalité : 0 €, hors du champ de la TVA.",
    ]
    assert found(exempt, **HOURS).gross == Euros.of(8_150)


@pytest.mark.parametrize(
    ("earlier", "amount"), [(0, 0), ("1849.99", 0), (1850, 0), ("1850.01", 8_150)]
)
def test_an_exemption_looks_at_the_total_of_the_contract(earlier, amount):
    exempt = {**PER_HOUR, "exempt_up_to": Euros.of(10_000)}
    assert found(exempt, earlier=Euros.of(earlier), **HOURS).amount == Euros.of(amount)


def test_an_exemption_tells_the_total_of_the_contract():
    exempt = {**PER_HOUR, "exempt_up_to": Euros.of(10_000)}
    told = lines(exempt, earlier=Euros.of(1_000), **HOURS)[-2]
    assert "le total des pénalités du marché, 9\u202f150 €, ne dépasse pas" in told


def test_one_minute_due_and_not_done_is_the_whole_share():
    tariff = {"formula": Formula.SHARE_OF_AMOUNT, "part": ONCE}
    assert found(tariff, due=Hours(1), contract_amount=Euros.of(100)).amount == Euros.of(100)


def test_nothing_due_is_exempted_from_nothing():
    told = lines({**PER_HOUR, "exempt_up_to": Euros.of(1_000)}, due=Hours(60), validated=Hours(60))
    assert not any(line.startswith("Exonération") for line in told)


def test_every_formula_has_its_amount():
    assert set(AMOUNTS) == set(Formula)


@given(hours, hours, hours, rates)
def test_a_flat_rate_is_exact_to_half_a_cent(due, validated, exonerated, rate):
    facts = {"due": due, "validated": validated, "exonerated": exonerated}
    amount = found({"formula": Formula.PER_HOUR, "rate": rate}, **facts).amount
    missing = max(0, due.minutes - validated.minutes - exonerated.minutes)
    assert abs(amount.cents - Decimal(missing * rate.cents) / 60) <= Decimal("0.5")


@given(hours, hours, rates)
def test_more_hours_done_never_cost_more(due, more, rate):
    tariff = {"formula": Formula.PER_HOUR, "rate": rate}
    assert found(tariff, due=due, validated=more).amount <= found(tariff, due=due).amount


@given(hours, hours, rates)
def test_one_bracket_is_a_flat_rate_and_two_equal_ones_too(due, validated, rate):
    facts = {"due": due, "validated": validated}
    flat = found({"formula": Formula.PER_HOUR, "rate": rate}, **facts).amount
    for brackets in (
        (Bracket(None, ONCE),),
        (Bracket(TEN, ONCE), Bracket(Share.percent(35), ONCE), Bracket(None, ONCE)),
    ):
        tariff = {"formula": Formula.PROGRESSIVE, "rate": rate, "brackets": brackets}
        assert found(tariff, **facts).amount == flat


@given(hours, hours, rates)
def test_a_progressive_rate_lies_between_its_lowest_and_its_highest(due, validated, rate):
    facts = {"due": due, "validated": validated}
    flat = {"formula": Formula.PER_HOUR, "rate": rate}
    tariff = {
        "formula": Formula.PROGRESSIVE,
        "rate": rate,
        "brackets": (Bracket(TEN, ONCE), Bracket(None, TWICE)),
    }
    low = found(flat, **facts).amount
    high = found({**flat, "rate": rate * 2}, **facts).amount
    assert low <= found(tariff, **facts).amount <= high


@given(hours, rates, shares, amounts, amounts)
def test_a_cap_holds_for_the_total_whatever_was_incurred_before(due, rate, cap, contract, earlier):
    tariff = {"formula": Formula.PER_HOUR, "rate": rate, "cap": cap}
    facts = {"due": due, "contract_amount": contract, "earlier": earlier}
    amount = found(tariff, **facts).amount
    ceiling = Decimal(contract.cents * cap.basis_points) / 10_000
    assert Euros(0) <= amount <= found(tariff, **facts).gross
    assert amount.cents <= max(Decimal(0), ceiling - earlier.cents) + Decimal("0.5")


@given(hours, shares, amounts)
def test_a_share_of_the_amount_is_reached_when_nothing_is_done(due, part, contract):
    tariff = {"formula": Formula.SHARE_OF_AMOUNT, "part": part}
    amount = found(tariff, due=due, contract_amount=contract).amount
    whole = contract.cents * Decimal(part.basis_points) / 10_000 if due else Decimal(0)
    assert abs(amount.cents - whole) <= Decimal("0.5")
