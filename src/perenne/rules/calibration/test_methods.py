"""The nine methods, on the published examples, the real contracts and the doctrine."""

from decimal import Decimal

import pytest
from tests.golden import read, rows_of

from perenne.rules.calibration import (
    METHODS,
    Hypotheses,
    MethodCode,
    calibrate,
    contractual,
    quick_estimate,
)
from perenne.values import Euros, FteBase, Hours, Share

BAM = {"trigger": Euros.of(2_700_000), "step": Euros.of(2_000), "hours_per_step": Hours.of(1)}
AQUAREEL = {"step": Euros.of(100_000), "hours_per_step": Hours.of(35)}


def euros(written):
    return Euros.of(str(written))


def hypotheses(case):
    shares = (Share.percent(str(case[name])) for name in ("part", "effort"))
    return Hypotheses(euros(case["montant"]), *shares, euros(case["coût"]))


COMPUTED = {
    "labour": lambda rule, case: rule(hypotheses(case)).hours,
    "production": lambda rule, case: rule(
        Hours.of(case["production"]), Share.percent(case["taux"])
    ),
    "fte": lambda rule, case: rule(
        Decimal(case["postes"]), months=case["mois"], base=FteBase(case["base"])
    ),
    "steps": lambda rule, case: rule(euros(case["facturé"]), **BAM),
    "pro_rata": lambda rule, case: rule(euros(case["facturé"]), **AQUAREEL),
    "training": lambda rule, case: rule(euros(case["montant"])),
    "actions": lambda rule, case: rule(case["mois"]),
    "entrusted": lambda rule, case: rule(euros(case["confié"]), hourly_price=euros(case["prix"])),
    "quick": lambda rule, case: rule(euros(case["confié"])).hours,
}


@pytest.mark.parametrize(("code", "expected", "case"), rows_of("calibration_methods"))
def test_each_method_gives_the_published_volume(code, expected, case):
    found = COMPUTED[code](METHODS[code].rule, case)
    volume = found if code == "actions" else found.whole
    assert (volume == case.get("heures", case.get("actions"))) is expected


def test_each_method_tells_its_formula_and_when_to_use_it():
    assert [method.code for method in METHODS] == list(MethodCode)
    assert len({method.rule for method in METHODS}) == len(METHODS) == 9
    assert all(method.formula and method.when.endswith(".") for method in METHODS)
    assert MethodCode.TRAINING.label == "Barème de formation"
    assert "12 mois" in METHODS["training"].when


def test_the_school_of_eleven_lots_adds_up():
    lots = {
        case["cas"].removeprefix("École – "): contractual(calibrate(hypotheses(case)).hours)
        for case in read("calibrage")
        if case["cas"].startswith("École")
    }
    whole = sum(lots.values(), Hours(0))
    assert len(lots) == 11
    assert whole == Hours.of(3_035)
    assert whole - lots["ascenseur"] == Hours.of(3_030)
    assert whole.fte(FteBase.LEGAL) == Decimal("1.89")
    assert {lot for lot, hours in lots.items() if hours < Hours.of(150)} == {
        "charpente métallique",
        "étanchéité",
        "plomberie",
        "ascenseur",
    }


def test_the_quick_estimate_says_that_it_is_no_calibration():
    found = quick_estimate(Euros.of(10_000))
    assert (found.hours, found.months) == (Hours(23_077), 3)
    assert found.reason.replace("\u00a0", " ").replace("\u202f", " ") == (
        "Estimation rapide : 10 000 € confiés à l’insertion paient environ 385 h, soit 3 mois "
        "d’emploi. Ne l’écrivez pas dans un contrat : faites un calibrage."
    )
