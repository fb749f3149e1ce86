from datetime import date

import pytest

from perenne.rules.eligibility.conditions.places import lives_in_qpv, lives_in_rural_zone
from perenne.rules.eligibility.facts import Person, Residence, RuralZone
from perenne.rules.eligibility.findings import FAR, MET, Case, unknown

NEVER = unknown("Quel jour l'adresse a-t-elle été cherchée sur sig.ville.gouv.fr ?")


def moved(day):
    return unknown(
        "L'adresse est-elle toujours dans un quartier prioritaire ? La carte a changé le "
        f"1er\u00a0janvier {day}."
    )


def living(on, **home):
    return Case(Person(date(1985, 1, 1), residence=Residence(**home)), date.fromisoformat(on))


@pytest.mark.parametrize(
    ("on", "checked", "overseas", "finding"),
    [
        ("2026-09-01", date(2026, 8, 1), False, MET),
        ("2024-01-01", date(2024, 1, 1), False, MET),
        ("2024-01-01", date(2023, 12, 31), False, moved(2024)),
        ("2023-12-31", date(2023, 6, 1), False, MET),
        ("2024-12-31", date(2023, 12, 31), True, MET),
        ("2025-01-01", date(2024, 12, 31), True, moved(2025)),
        ("2025-01-01", date(2025, 1, 1), True, MET),
        ("2026-09-01", None, False, NEVER),
    ],
)
def test_an_address_is_looked_up_on_the_map_in_force(on, checked, overseas, finding):
    case = living(on, in_qpv=True, qpv_checked_on=checked, overseas=overseas)
    assert lives_in_qpv(case) == finding


def test_elsewhere_is_not_a_priority_neighbourhood():
    assert lives_in_qpv(living("2026-09-01", qpv_checked_on=date(2026, 8, 1))) == FAR


@pytest.mark.parametrize(
    ("on", "zone", "finding"),
    [
        ("2024-06-30", RuralZone.ZRR, MET),
        ("2024-06-30", RuralZone.FRR, FAR),
        ("2024-07-01", RuralZone.ZRR, FAR),
        ("2024-07-01", RuralZone.FRR, MET),
        ("2024-07-01", None, FAR),
    ],
)
def test_rural_zones_were_drawn_again_in_july_2024(on, zone, finding):
    assert lives_in_rural_zone(living(on, rural_zone=zone)) == finding
