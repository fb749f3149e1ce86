import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.calibration import in_people
from perenne.values import Hours

ONE = "soit une personne à temps plein pendant"


@pytest.mark.parametrize(
    ("hours", "months", "told"),
    [
        (833, None, f"{ONE} cinq mois et demi (151,67 h par mois)"),
        (833, 12, f"{ONE} cinq mois et demi (151,67 h par mois)"),
        (152, None, f"{ONE} un mois (151,67 h par mois)"),
        (833, 3, "soit deux personnes à temps plein pendant trois mois (151,67 h par mois)"),
        (
            1_200,
            3,
            "soit deux personnes et demie à temps plein pendant trois mois (151,67 h par mois)",
        ),
        (190, 1, "soit une personne et demie à temps plein pendant un mois (151,67 h par mois)"),
        (6_461, 24, "soit deux personnes à temps plein pendant 24 mois (151,67 h par mois)"),
        (100, None, f"{ONE} trois semaines (35 h par semaine)"),
        (35, None, f"{ONE} une semaine (35 h par semaine)"),
        (34, None, "soit moins d’une semaine de travail d’une personne (35 h par semaine)"),
        (0, 12, "soit moins d’une semaine de travail d’une personne (35 h par semaine)"),
    ],
)
def test_hours_are_told_as_people_and_months(hours, months, told):
    assert in_people(Hours.of(hours), months).replace("\u00a0", " ") == told


@given(some.integers(0, 10**8).map(Hours), some.none() | some.integers(-1, 120))
def test_any_volume_is_told(hours, months):
    told = in_people(hours, months)
    assert told.startswith("soit ")
    assert told.endswith(")")
    assert "zéro" not in told
