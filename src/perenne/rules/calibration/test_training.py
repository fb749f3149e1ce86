import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.calibration import hours_of_training, training_band
from perenne.rules.calibration.training import TRAINING_BANDS
from perenne.values import Euros, Hours

amounts = some.integers(0, 10**12).map(Euros)


@pytest.mark.parametrize(("code", "expected", "amount"), rows_of("training_bands"))
def test_an_amount_falls_into_one_band(code, expected, amount):
    assert (training_band(Euros.of(amount)).code == code) is expected


@pytest.mark.parametrize(
    ("amount", "hours"),
    [
        (-1, 150),
        (1_000, 150),
        ("99999.99", 150),
        (100_000, 300),
        (250_000, 450),
        (400_000, 900),
        (9_000_000, 900),
    ],
)
def test_a_training_clause_follows_its_bands(amount, hours):
    assert hours_of_training(Euros.of(amount)) == Hours.of(hours)


@given(amounts, amounts)
def test_a_greater_contract_never_trains_less(amount, more):
    assert hours_of_training(amount + more) >= hours_of_training(amount)


def test_a_band_tells_its_floor_and_its_hours():
    assert TRAINING_BANDS["from_200"].label == "À partir de 200\u202f000\u00a0€ : 450\u00a0h"


def test_bands_rise():
    floors = [band.floor for band in TRAINING_BANDS]
    assert floors == sorted(set(floors))
    assert floors[0] == Euros(0)
