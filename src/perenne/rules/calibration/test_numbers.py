"""What committees may hold: their versions are kept under these codes, which never change."""

import pytest

from perenne.rules.catalogue import parameters
from perenne.values import Euros, FteBase, Hours, Share

BOUNDS = {
    "actions_a_year": (1, 1, 12),
    "comfort_hours": (Hours.of(300), Hours.of(150), Hours.of(1_000)),
    "convention_upkeep_rate": (Share.percent(10), Share.percent(1), Share.percent(50)),
    "convention_works_rate": (Share.percent(5), Share.percent(1), Share.percent(25)),
    "crowd": (Share.percent(20), Share.percent(10), Share.percent(50)),
    "dependence": (Share.percent(30), Share.percent(10), Share.percent(50)),
    "few_structures": (1, 0, 10),
    "floor_hours": (Hours.of(150), Hours.of(100), Hours.of(300)),
    "high_effort": (Share.percent(20), Share.percent(10), Share.percent(50)),
    "highest_cost": (Euros.of(60), Euros.of(40), Euros.of(100)),
    "low_labour": (Share.percent(20), Share.percent(10), Share.percent(50)),
    "lowest_cost": (Euros.of(20), Euros.of(15), Euros.of(30)),
    "many_structures": (30, 10, 100),
    "presence": (Share.percent(80), Share.percent(50), Share.percent(100)),
    "price.services_least": (Euros.of(200), Euros.of(100), Euros.of(400)),
    "price.services_most": (Euros.of(800), Euros.of(400), Euros.of(1_600)),
    "price.studies_least": (Euros.of(2_000), Euros.of(1_000), Euros.of(3_000)),
    "price.studies_most": (Euros.of(5_000), Euros.of(3_000), Euros.of(10_000)),
    "price.works_least": (Euros.of(800), Euros.of(400), Euros.of(1_200)),
    "price.works_most": (Euros.of(2_000), Euros.of(1_200), Euros.of(4_000)),
    "quick_hour": (Euros.of(26), Euros.of(20), Euros.of(40)),
    "quick_month": (Euros.of(3_700), Euros.of(2_500), Euros.of(6_000)),
    "shortest_services": (6, 3, 12),
    "shortest_works": (3, 1, 6),
    "small_amount": (Euros.of(100_000), Euros.of(25_000), Euros.of(500_000)),
    "some_structures": (10, 2, 30),
}
CHOICES = {
    "fte_base": [FteBase.LEGAL, FteBase.PAID, FteBase.NETWORK],
    "recalculation": ["never", "beyond_5", "beyond_10", "beyond_15"],
    "rounding": [Hours.of(1), Hours.of(5), Hours.of(10), Hours.of(35)],
}


def test_the_codes_of_calibration_are_these():
    found = {code for code in parameters() if code.startswith("calibration.")}
    assert found == {f"calibration.{name}" for name in BOUNDS | CHOICES}


@pytest.mark.parametrize("name", BOUNDS)
def test_each_number_has_its_usual_value_and_its_bounds(name):
    held = parameters()[f"calibration.{name}"]
    assert (held.value, held.low, held.high) == BOUNDS[name]
    assert not held.choices


@pytest.mark.parametrize("name", CHOICES)
def test_each_point_has_its_answers_the_usual_one_first(name):
    held = parameters()[f"calibration.{name}"]
    assert list(held.choices) == CHOICES[name]
    assert held.value == CHOICES[name][0]
