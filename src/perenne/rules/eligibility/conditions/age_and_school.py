"""Age at hire, diploma, and the time since school or work. Ages are in completed years."""

from datetime import date

from perenne.rules.eligibility.findings import FAR, MET, Case, Finding, met_if, near, unknown
from perenne.rules.eligibility.numbers import (
    IDLE_MONTHS,
    OUT_OF_SCHOOL_MONTHS,
    QUALIFIED_LEVEL,
    SENIOR_AGE,
    YOUTH_AGE,
)
from perenne.values import months_between

YEAR = 12


def age_on(born_on: date, day: date) -> int:
    return months_between(born_on, day) // YEAR


def is_young(case: Case) -> Finding:
    age, limit = age_on(case.person.born_on, case.on), YOUTH_AGE.on(case.on)
    if age < limit:
        return MET
    if age == limit:
        return near(f"âgée de {age} ans à l'embauche, moins de {limit} ans sont demandés")
    return FAR


def is_senior(case: Case) -> Finding:
    age, limit = age_on(case.person.born_on, case.on), case.practice.of(SENIOR_AGE)
    if age >= limit:
        return MET
    if age == limit - 1:
        return near(f"âgée de {age} ans à l'embauche, {limit} ans sont demandés")
    return FAR


def is_unqualified(case: Case) -> Finding:
    level, qualified = case.person.schooling.diploma_level, QUALIFIED_LEVEL.on(case.on)
    if level is None:
        return unknown("Quel est son diplôme le plus élevé ?")
    if level < qualified:
        return MET
    if level == qualified:
        return near(f"diplôme de niveau {level}, un niveau inférieur à {qualified} est demandé")
    return FAR


def has_diploma(case: Case) -> Finding:
    level = case.person.schooling.diploma_level
    if level is None:
        return unknown("Quel est son diplôme le plus élevé ?")
    return met_if(level >= QUALIFIED_LEVEL.on(case.on))


def is_of_low_level(case: Case) -> Finding:
    """The IAE takes a CAP or BEP for a low level, where the CCAG does not."""
    level = case.person.schooling.diploma_level
    if level is None:
        return unknown("Quel est son diplôme le plus élevé ?")
    return met_if(level <= QUALIFIED_LEVEL.on(case.on))


def left_school(case: Case) -> Finding:
    left_on, asked = case.person.schooling.left_on, OUT_OF_SCHOOL_MONTHS.on(case.on)
    if left_on is None:
        return unknown("Quel jour a-t-elle quitté l'école ?")
    return _since(left_on, case.on, asked, "sortie de l'école")


def is_idle(case: Case) -> Finding:
    idle_since, asked = case.person.search.idle_since, IDLE_MONTHS.on(case.on)
    if idle_since is None:
        return unknown("Depuis quel jour n'a-t-elle ni étudié ni travaillé ?")
    return _since(idle_since, case.on, asked, "sans activité")


def _since(day: date, on: date, asked: int, what: str) -> Finding:
    months = months_between(day, on)
    if months < 0:
        return FAR
    if months < asked:
        return near(f"{what} depuis {months} mois, {asked} sont demandés")
    return MET
