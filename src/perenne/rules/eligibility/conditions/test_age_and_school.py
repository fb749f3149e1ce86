from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.eligibility.conditions.age_and_school import (
    age_on,
    has_diploma,
    is_idle,
    is_of_low_level,
    is_senior,
    is_unqualified,
    is_young,
    left_school,
)
from perenne.rules.eligibility.facts import JobSearch, Person, Schooling
from perenne.rules.eligibility.findings import FAR, MET, Case, near, unknown
from perenne.rules.eligibility.numbers import SENIOR_AGE
from perenne.rules.practice import USUAL

ON = date(2026, 9, 1)
LEVEL = unknown("Quel est son diplôme le plus élevé ?")


def born(day, practice=USUAL):
    return Case(Person(date.fromisoformat(day)), ON, practice)


def schooled(**facts):
    return Case(Person(date(2004, 1, 1), schooling=Schooling(**facts)), ON)


@pytest.mark.parametrize(
    ("born_on", "day", "age"),
    [
        ("2000-09-01", "2026-08-31", 25),
        ("2000-09-01", "2026-09-01", 26),
        ("2000-02-29", "2026-02-28", 25),
        ("2000-02-29", "2026-03-01", 26),
    ],
)
def test_an_age_is_in_completed_years(born_on, day, age):
    assert age_on(date.fromisoformat(born_on), date.fromisoformat(day)) == age


@pytest.mark.parametrize(
    ("day", "finding"),
    [
        ("2000-09-02", MET),
        ("2000-09-01", near("âgée de 26 ans à l'embauche, moins de 26 ans sont demandés")),
        ("1999-09-02", near("âgée de 26 ans à l'embauche, moins de 26 ans sont demandés")),
        ("1999-09-01", FAR),
    ],
)
def test_one_is_young_until_the_eve_of_twenty_six(day, finding):
    assert is_young(born(day)) == finding


@pytest.mark.parametrize(
    ("day", "finding"),
    [
        ("1976-09-01", MET),
        ("1950-01-01", MET),
        ("1976-09-02", near("âgée de 49 ans à l'embauche, 50 ans sont demandés")),
        ("1977-09-02", FAR),
    ],
)
def test_one_is_a_senior_from_the_fiftieth_birthday(day, finding):
    assert is_senior(born(day)) == finding


@pytest.mark.parametrize(
    ("day", "finding"),
    [
        ("1975-09-01", MET),
        ("1976-09-01", near("âgée de 50 ans à l'embauche, 51 ans sont demandés")),
    ],
)
def test_a_committee_may_read_more_than_fifty_as_fifty_one(day, finding):
    assert is_senior(born(day, USUAL.choosing(SENIOR_AGE, 51))) == finding


@pytest.mark.parametrize(
    ("level", "unqualified", "graduate", "low"),
    [
        (None, LEVEL, LEVEL, LEVEL),
        (0, MET, FAR, MET),
        (2, MET, FAR, MET),
        (3, near("diplôme de niveau 3, un niveau inférieur à 3 est demandé"), MET, MET),
        (4, FAR, MET, FAR),
        (8, FAR, MET, FAR),
    ],
)
def test_a_cap_qualifies_for_the_ccag_and_is_a_low_level_for_the_iae(
    level, unqualified, graduate, low
):
    case = schooled(diploma_level=level)
    assert (is_unqualified(case), has_diploma(case), is_of_low_level(case)) == (
        unqualified,
        graduate,
        low,
    )


@pytest.mark.parametrize(
    ("day", "finding"),
    [
        (None, unknown("Quel jour a-t-elle quitté l'école ?")),
        (date(2026, 3, 1), MET),
        (date(2026, 3, 2), near("sortie de l'école depuis 5 mois, 6 sont demandés")),
        (ON, near("sortie de l'école depuis 0 mois, 6 sont demandés")),
        (date(2026, 9, 2), FAR),
    ],
)
def test_six_months_out_of_school_are_asked_for(day, finding):
    assert left_school(schooled(left_on=day)) == finding


@pytest.mark.parametrize(
    ("day", "finding"),
    [
        (None, unknown("Depuis quel jour n'a-t-elle ni étudié ni travaillé ?")),
        (date(2026, 3, 1), MET),
        (date(2026, 3, 2), near("sans activité depuis 5 mois, 6 sont demandés")),
        (date(2026, 9, 2), FAR),
    ],
)
def test_six_months_without_activity_are_asked_for(day, finding):
    case = Case(Person(date(2004, 1, 1), search=JobSearch(idle_since=day)), ON)
    assert is_idle(case) == finding


@given(some.dates(date(1930, 1, 1), date(2010, 1, 1)))
def test_nobody_is_young_and_senior_at_once(day):
    case = Case(Person(day), ON)
    assert not (is_young(case) is MET and is_senior(case) is MET)


def test_before_the_ccag_of_2021_no_list_is_guessed():
    with pytest.raises(LookupError, match="31/03/2021"):
        is_young(Case(Person(date(2000, 1, 1)), date(2021, 3, 31)))
