from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.penalties import Bracket, Facts, Formula, PenaltyInputs, Tariff
from perenne.values import Euros, Hours, Share

ON = date(2026, 11, 25)
TEN, TWENTY, ONCE = Share.percent(10), Share.percent(20), Share.percent(100)
minutes = some.integers(0, 10**6).map(Hours)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"rate": Euros(-1)}, "Un montant de pénalité ne peut pas être négatif"),
        ({"exempt_up_to": Euros(-1)}, "Un montant de pénalité ne peut pas être négatif"),
        ({"part": Share(-1)}, "va de 0 à 100"),
        ({"part": Share(10_001)}, "va de 0 à 100"),
        ({"cap": Share(-1)}, "va de 0 à 100"),
        ({"cap": Share(10_001)}, "va de 0 à 100"),
        ({"times": Share(-1)}, "Un coefficient ne peut pas être négatif"),
        ({"brackets": (Bracket(None, Share(-1)),)}, "Un coefficient ne peut pas être négatif"),
        ({"brackets": (Bracket(TEN, ONCE),)}, "Rangez les tranches"),
        ({"brackets": (Bracket(None, ONCE), Bracket(TEN, ONCE))}, "Rangez les tranches"),
        ({"brackets": (Bracket(None, ONCE), Bracket(None, ONCE))}, "Rangez les tranches"),
        (
            {"brackets": (Bracket(TWENTY, ONCE), Bracket(TEN, ONCE), Bracket(None, ONCE))},
            "Rangez les tranches",
        ),
        (
            {"brackets": (Bracket(TEN, ONCE), Bracket(TEN, ONCE), Bracket(None, ONCE))},
            "Rangez les tranches",
        ),
    ],
)
def test_a_tariff_that_cannot_be_applied_is_refused_with_what_to_do(wrong, said):
    with pytest.raises(ValueError, match=said):
        Tariff(formula=Formula.PER_HOUR, **wrong)


@pytest.mark.parametrize(
    "right",
    [
        {"rate": Euros(0), "exempt_up_to": Euros(0)},
        {"part": Share(0), "cap": Share(0), "times": Share(0)},
        {"part": ONCE, "cap": ONCE, "times": Share.percent(400)},
        {"brackets": (Bracket(None, Share(0)),)},
        {"brackets": (Bracket(TEN, ONCE), Bracket(TWENTY, ONCE), Bracket(None, ONCE))},
    ],
)
def test_a_tariff_at_its_bounds_is_accepted(right):
    tariff = Tariff(formula=Formula.PER_HOUR, **right)
    assert all(getattr(tariff, name) == value for name, value in right.items())


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"due": Hours(-1)}, "Un nombre d’heures ne peut pas être négatif"),
        ({"validated": Hours(-1)}, "Un nombre d’heures ne peut pas être négatif"),
        ({"exonerated": Hours(-1)}, "Un nombre d’heures ne peut pas être négatif"),
        ({"units": -1}, "Un nombre d’actions, de jours ou de documents"),
        ({"late_days": -1}, "Un nombre d’actions, de jours ou de documents"),
        ({"documents": -1}, "Un nombre d’actions, de jours ou de documents"),
        ({"reference": Euros(-1)}, "Un montant ne peut pas être négatif"),
        ({"contract_amount": Euros(-1)}, "Un montant ne peut pas être négatif"),
        ({"earlier": Euros(-1)}, "Un montant ne peut pas être négatif"),
    ],
)
def test_a_fact_below_zero_is_refused_with_what_to_do(wrong, said):
    with pytest.raises(ValueError, match=said):
        Facts(on=ON, **wrong)


def test_facts_may_all_be_nil():
    nil = Facts(
        on=ON,
        documents=0,
        reference=Euros(0),
        contract_amount=Euros(0),
    )
    assert (nil.missing, nil.earlier) == (Hours(0), Euros(0))
    assert (Facts(on=ON).documents, Facts(on=ON).units, Facts(on=ON).late_days) == (1, 0, 0)


@pytest.mark.parametrize(
    ("due", "validated", "exonerated", "missing"),
    [
        (833, 610, 60, 163),
        (833, 610, 223, 0),
        (833, 610, 224, 0),
        (833, 900, 0, 0),
        (833, 0, 0, 833),
    ],
)
def test_hours_missing_are_those_neither_validated_nor_exonerated(
    due, validated, exonerated, missing
):
    facts = Facts(
        on=ON, due=Hours.of(due), validated=Hours.of(validated), exonerated=Hours.of(exonerated)
    )
    assert facts.missing == Hours.of(missing)


@given(minutes, minutes, minutes)
def test_hours_missing_never_exceed_hours_due(due, validated, exonerated):
    missing = Facts(on=ON, due=due, validated=validated, exonerated=exonerated).missing
    assert Hours(0) <= missing <= due


@pytest.mark.parametrize(
    ("formula", "written", "lacking"),
    [
        (Formula.PER_HOUR_CEILING, {"times": ONCE}, "Indiquez la valeur de référence"),
        (Formula.PER_HOUR_WAGE, {"times": ONCE}, "Indiquez la valeur de référence"),
        (Formula.PER_HOUR_COST, {"times": ONCE}, "Indiquez la valeur de référence"),
        (Formula.SHARE_OF_AMOUNT, {"part": TEN}, "Indiquez le montant hors taxes du marché"),
    ],
)
def test_a_fact_that_the_tariff_calls_for_must_be_given(formula, written, lacking):
    with pytest.raises(ValueError, match=lacking):
        PenaltyInputs(tariff=Tariff(formula=formula, **written), facts=Facts(on=ON))
    silent = PenaltyInputs(tariff=Tariff(formula=formula), facts=Facts(on=ON))
    assert not silent.tariff.is_written


def test_a_cap_calls_for_the_amount_of_the_contract():
    tariff = Tariff(formula=Formula.PER_HOUR, rate=Euros.of(50), cap=TEN)
    with pytest.raises(ValueError, match="Indiquez le montant hors taxes du marché"):
        PenaltyInputs(tariff=tariff, facts=Facts(on=ON))
    given_nil = PenaltyInputs(tariff=tariff, facts=Facts(on=ON, contract_amount=Euros(0)))
    assert given_nil.version == 1


@pytest.mark.parametrize(
    ("formula", "written"),
    [
        (Formula.PER_HOUR, {"rate": Euros(1)}),
        (Formula.PER_HOUR_COST, {"times": ONCE}),
        (Formula.SHARE_OF_AMOUNT, {"part": TEN}),
        (Formula.PROGRESSIVE, {"rate": Euros(1), "brackets": (Bracket(None, ONCE),)}),
        (Formula.PER_DAY, {"rate": Euros(1)}),
    ],
)
def test_a_tariff_is_written_when_it_says_all_that_its_formula_needs(formula, written):
    assert Tariff(formula=formula, **written).is_written
    for name in written:
        less = {other: value for other, value in written.items() if other != name}
        assert not Tariff(formula=formula, **less).is_written


def test_a_rate_of_nothing_is_not_a_tariff():
    assert not Tariff(formula=Formula.PER_HOUR, rate=Euros(0)).is_written
