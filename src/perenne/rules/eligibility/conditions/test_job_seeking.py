from datetime import date

import pytest

from perenne.rules.eligibility.conditions.job_seeking import (
    registered_for,
    seeks_work,
    worked_little,
)
from perenne.rules.eligibility.facts import JobSearch, Person
from perenne.rules.eligibility.findings import FAR, MET, Case, near, unknown
from perenne.rules.eligibility.numbers import LONG_TERM_MONTHS

ON, BEFORE_2025, IN_2025 = date(2026, 9, 1), date(2024, 12, 31), date(2025, 1, 1)
NOT_SAID = unknown("Cherche-t-elle un emploi ?")
NOT_PROVED = unknown(
    "Cherche-t-elle un emploi ? L'inscription à France Travail ne suffit plus à le dire."
)
WORKED = unknown("Combien de mois a-t-elle travaillé au cours des 12 derniers ?")


def case(on=ON, **search):
    return Case(Person(date(1985, 1, 1), search=JobSearch(**search)), on)


@pytest.mark.parametrize(
    ("on", "search", "finding"),
    [
        (ON, {"seeking": True}, MET),
        (ON, {"seeking": False}, near("n'est pas en recherche d'emploi")),
        (ON, {}, NOT_SAID),
        (BEFORE_2025, {"registered_on": BEFORE_2025}, MET),
        (BEFORE_2025, {"registered_on": IN_2025}, NOT_SAID),
        (
            BEFORE_2025,
            {"registered_on": date(2024, 1, 1), "seeking": False},
            near("n'est pas en recherche d'emploi"),
        ),
        (IN_2025, {"registered_on": BEFORE_2025}, NOT_PROVED),
        (IN_2025, {"registered_on": IN_2025}, NOT_PROVED),
    ],
)
def test_since_2025_registration_alone_proves_no_search(on, search, finding):
    assert seeks_work(case(on, **search)) == finding


@pytest.mark.parametrize(
    ("registered_on", "finding"),
    [
        (date(2025, 9, 1), MET),
        (date(2025, 9, 2), near("inscrite depuis 11 mois, 12 sont demandés")),
        (ON, near("inscrite depuis 0 mois, 12 sont demandés")),
        (date(2026, 9, 2), FAR),
        (None, FAR),
    ],
)
def test_twelve_months_are_reached_on_the_day_itself(registered_on, finding):
    assert registered_for(LONG_TERM_MONTHS)(case(registered_on=registered_on)) == finding


@pytest.mark.parametrize(
    ("on", "months", "finding"),
    [
        (ON, 0, MET),
        (ON, 5, MET),
        (ON, 6, near("a travaillé 6 mois sur les 12 derniers, moins de 6 sont demandés")),
        (ON, None, WORKED),
        (IN_2025, None, WORKED),
        (BEFORE_2025, None, MET),
        (BEFORE_2025, 6, near("a travaillé 6 mois sur les 12 derniers, moins de 6 sont demandés")),
    ],
)
def test_less_than_six_months_worked_are_asked_for(on, months, finding):
    assert worked_little(case(on, months_worked=months)) == finding
