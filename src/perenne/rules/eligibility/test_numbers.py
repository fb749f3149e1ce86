"""Every number of the list of publics, as the texts and the committee give it."""

from datetime import date

import pytest

from perenne.rules.catalogue import modules
from perenne.rules.eligibility import claims, iae, numbers, passes
from perenne.rules.eligibility.facts import RuralZone
from perenne.rules.law import Dated, Default
from perenne.rules.practice import USUAL

PARAMETERS = [
    ("scheme_exit_months", 6, 0, 12),
    ("pathway_exit_months", 12, 6, 12),
    ("care_exit_months", 12, 6, 24),
    ("detention_exit_months", 12, 6, 24),
    ("redundancy_months", 12, 6, 24),
    ("permanent_cap", 48, 24, 48),
    ("work_study_cap", 36, 24, 48),
    ("review_months", 24, 12, 36),
    ("break_months", 6, 3, 12),
    ("proof_months.employment", 3, 1, 12),
    ("proof_months.payer", 3, 1, 12),
    ("proof_months.declaration", 3, 1, 12),
    ("proof_months.scheme", 3, 1, 12),
    ("proof_months.opinion", 3, 1, 12),
    ("proof_months.housing", 3, 1, 12),
    ("proof_months.address", 6, 1, 12),
    ("proof_months.justice", 6, 1, 12),
    ("proof_months.diagnosis", 6, 1, 12),
    ("proof_months.exit", 12, 1, 24),
]
CHOICES = [
    ("senior_age", (50, 51)),
    ("window_months", (24, 12, 18)),
    ("permanent_months", (24, 12, 36, 48)),
    ("window_start", ("first_hour", "hiring", "answer")),
    ("late_check_regularised", (True, False)),
    ("permanent_to_contract_end", (False, True)),
    ("rsa_household", (False, True)),
    ("facilitator_opinion", (False, True)),
    *((f"{code}", (False, True)) for code in ("plie", "ase", "tih", "ebe", "iae_eiti", "fle")),
]
CCAG, LAW_2025 = date(2021, 4, 1), date(2025, 1, 1)
OLD_MAP = date(2015, 1, 1)
DATED = [
    (numbers.YOUTH_AGE, {CCAG: 26}),
    (numbers.LONG_TERM_MONTHS, {CCAG: 12}),
    (numbers.VERY_LONG_TERM_MONTHS, {CCAG: 24}),
    (numbers.MONTHS_WORKED_BELOW, {CCAG: 6}),
    (numbers.OUT_OF_SCHOOL_MONTHS, {CCAG: 6}),
    (numbers.IDLE_MONTHS, {CCAG: 6}),
    (numbers.QUALIFIED_LEVEL, {CCAG: 3}),
    (numbers.REGISTRATION_PROVES_SEARCH, {CCAG: True, LAW_2025: False}),
    (numbers.PASS_FOR_EVERY_STRUCTURE, {CCAG: False, date(2021, 12, 1): True}),
    (numbers.URBAN_MAP, {OLD_MAP: OLD_MAP, date(2024, 1, 1): date(2024, 1, 1)}),
    (numbers.URBAN_MAP_OVERSEAS, {OLD_MAP: OLD_MAP, LAW_2025: LAW_2025}),
    (numbers.RURAL_ZONE, {CCAG: RuralZone.ZRR, date(2024, 7, 1): RuralZone.FRR}),
    (numbers.CHILD_RIGHTS_FROM, {date(2022, 2, 23): 16, date(2024, 1, 1): 15}),
    (numbers.CHILD_RIGHTS_TO, {date(2022, 2, 23): 18, date(2024, 1, 1): 20}),
    (passes.PASS_MONTHS, {date(2008, 5, 1): 24}),
    (passes.SUSPENSION_MONTHS, {date(2021, 9, 1): 36}),
    (iae.LEVEL_2_FOR_PLACEMENT, {date(2021, 9, 1): 2}),
    (iae.LEVEL_2_FOR_PRODUCTION, {date(2021, 9, 1): 3}),
    (claims.RSA_FROM, {date(2009, 6, 1): 25}),
    (claims.CEJ_OPEN, {date(2022, 3, 1): True}),
    (claims.WORKING_AGE, {date(1959, 1, 6): 16}),
]


def held(kind):
    found = [it for module in modules("eligibility") for it in vars(module).values()]
    return [it for it in found if isinstance(it, kind)]


def parameter_of(code):
    return {it.code: it for it in held(Default)}[f"eligibility.{code}"]


@pytest.mark.parametrize(("number", "values"), DATED)
def test_a_number_of_the_law_has_its_day(number, values):
    assert number.values == values


@pytest.mark.parametrize(("code", "value", "low", "high"), PARAMETERS)
def test_a_parameter_has_its_usual_value_and_its_bounds(code, value, low, high):
    found = parameter_of(code)
    assert (found.value, found.low, found.high, found.unit) == (value, low, high, "mois")


@pytest.mark.parametrize(("code", "choices"), CHOICES)
def test_a_choice_has_its_answers_the_usual_one_first(code, choices):
    assert parameter_of(code).choices == choices
    assert USUAL.of(parameter_of(code)) == choices[0]


def test_every_number_is_told_in_french_and_sourced():
    for number in [*held(Dated), *held(Default)]:
        assert number.meaning
        assert number.source.text


def test_every_code_is_given_once():
    codes = {id(it): it.code for it in held(Default)}
    assert len(set(codes.values())) == len(codes)
