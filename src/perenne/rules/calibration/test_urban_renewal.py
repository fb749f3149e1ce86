from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.calibration import UrbanRenewal, urban_renewal_hours
from perenne.rules.calibration.urban_renewal import CONVENTION_UPKEEP_RATE, CONVENTION_WORKS_RATE
from perenne.rules.practice import USUAL
from perenne.values import Hours, Share

WORKS, UPKEEP = UrbanRenewal
CLOSED = (
    "h. La charte annonçait une période close le 31 décembre 2024 : vérifiez le taux écrit dans la "
    "convention de l’opération."
)


@pytest.mark.parametrize(("kind", "rate", "hours"), [(WORKS, 5, 1_000), (UPKEEP, 10, 2_000)])
def test_the_charter_asks_for_a_share_of_the_hours_worked(kind, rate, hours):
    found = urban_renewal_hours(Hours.of(20_000), kind, on=date(2024, 6, 1))
    assert (found.rate, found.hours) == (Share.percent(rate), Hours.of(hours))
    label = "Travaux et ingénierie" if kind is WORKS else "Gestion urbaine de proximité"
    assert found.reason.replace("\u00a0", " ").replace("\u202f", " ") == (
        f"{label} : au moins {rate} % des 20 000 h travaillées, soit {hours // 1_000} 000 h."
    )


@pytest.mark.parametrize(("day", "is_closed"), [((2024, 12, 31), False), ((2025, 1, 1), True)])
def test_after_the_charter_the_convention_is_to_be_read(day, is_closed):
    found = urban_renewal_hours(Hours.of(20_000), WORKS, on=date(*day))
    assert found.reason.replace("\u00a0", " ").endswith(CLOSED) is is_closed
    assert found.hours == Hours.of(1_000)


@pytest.mark.parametrize(("kind", "rates"), [(WORKS, (5, 5, 8)), (UPKEEP, (10, 10, 12))])
def test_the_rate_of_the_convention_holds_only_after_the_charter(kind, rates):
    held = USUAL.choosing(CONVENTION_WORKS_RATE, Share.percent(8))
    held = held.choosing(CONVENTION_UPKEEP_RATE, Share.percent(12))
    asked = ((date(2024, 12, 31), held), (date(2025, 1, 1), USUAL), (date(2025, 1, 1), held))
    found = [
        urban_renewal_hours(Hours.of(100), kind, on=day, practice=practice).rate
        for day, practice in asked
    ]
    assert found == [Share.percent(rate) for rate in rates]


def test_before_the_charter_no_rate_is_guessed():
    urban_renewal_hours(Hours.of(1), WORKS, on=date(2015, 3, 24))
    with pytest.raises(LookupError, match="23/03/2015"):
        urban_renewal_hours(Hours.of(1), WORKS, on=date(2015, 3, 23))


@given(some.integers(0, 10**8).map(Hours), some.sampled_from(UrbanRenewal))
def test_the_hours_asked_stay_within_the_hours_worked(production, kind):
    assert Hours(0) <= urban_renewal_hours(production, kind, on=date(2026, 1, 1)).hours
    assert urban_renewal_hours(production, kind, on=date(2026, 1, 1)).hours <= production
