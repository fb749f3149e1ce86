from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.eligibility_files import HIRED_ON, hired_on, person_of
from tests.golden import rows_of

from perenne.rules.eligibility import CRITERIA, Structure, criteria_met, pathway

TWO, THREE = (Structure.AI, Structure.ETTI), (Structure.ACI, Structure.EI, Structure.EITI)
ONE_CRITERION = {"difficultés": ["MOBILITE"]}
TWO_CRITERIA = {"difficultés": ["MOBILITE", "FLE"]}
THREE_CRITERIA = {"difficultés": ["MOBILITE", "FLE", "SANS_HEBERGEMENT"]}


def opens(case, structure, *, prescribed=False, on=HIRED_ON):
    return pathway(person_of(case), structure, on=on, prescribed=prescribed)


@pytest.mark.parametrize(("code", "expected", "case"), rows_of("iae_criteria"))
def test_a_lawyer_reads_which_criteria_are_met(code, expected, case):
    met = {criterion.code for criterion in criteria_met(person_of(case), on=hired_on(case))}
    assert (code in met) is expected


def test_four_criteria_are_of_the_first_level():
    first = {criterion.code for criterion in CRITERIA if criterion.level == 1}
    assert first == {"RSA", "ASS", "AAH", "DETLD"}
    assert {criterion.level for criterion in CRITERIA} == {1, 2}


@pytest.mark.parametrize(
    ("case", "structures", "may_open"),
    [
        ({}, TWO + THREE, False),
        (ONE_CRITERION, TWO + THREE, False),
        (TWO_CRITERIA, TWO, True),
        (TWO_CRITERIA, THREE, False),
        (THREE_CRITERIA, THREE, True),
        ({"allocations": ["ASS"]}, TWO + THREE, True),
    ],
)
def test_placement_asks_for_two_criteria_and_production_for_three(case, structures, may_open):
    assert {opens(case, structure).may_open for structure in structures} == {may_open}


@pytest.mark.parametrize(
    ("case", "prescribed", "criteria", "reason"),
    [
        ({}, True, (), "Prescription d’un organisme habilité\u00a0: aucun compte à faire."),
        (
            {"allocations": ["RSA"]},
            False,
            ("RSA",),
            "Un critère de niveau 1 est rempli\u00a0: il suffit.",
        ),
        (
            TWO_CRITERIA,
            False,
            ("FLE", "MOBILITE"),
            "2 critères de niveau 2 sont remplis\u00a0: 2 suffisent.",
        ),
        (
            ONE_CRITERION,
            False,
            ("MOBILITE",),
            "Critères de niveau 2 remplis\u00a0: 1 sur 2\u202f; orientez la personne vers un "
            "prescripteur habilité.",
        ),
    ],
)
def test_each_answer_says_why(case, prescribed, criteria, reason):
    found = opens(case, Structure.AI, prescribed=prescribed)
    assert (found.criteria, found.reason) == (criteria, reason)
    assert found.may_open is (case != ONE_CRITERION)


@pytest.mark.parametrize("structure", sorted(set(Structure) - {*TWO, *THREE}))
def test_outside_the_iae_neither_criterion_nor_pass_is_asked_for(structure):
    with pytest.raises(ValueError, match=r"^Cette structure ne relève pas de l’IAE\u00a0: ni crit"):
        opens({}, structure)


def test_very_long_unemployment_is_not_counted_twice():
    person = person_of({"inscrite": date(2024, 9, 1)})
    assert [criterion.code for criterion in criteria_met(person, on=HIRED_ON)] == ["DETLD"]


def test_before_the_order_of_september_2021_nothing_is_guessed():
    case = {"allocations": ["RSA"]}
    assert criteria_met(person_of(case), on=date(2021, 8, 31)) == ()
    with pytest.raises(LookupError, match="31/08/2021"):
        opens(case, Structure.EI, on=date(2021, 8, 31))
    assert opens(case, Structure.EI, on=date(2021, 9, 1)).may_open


@given(some.sets(some.sampled_from(["MOBILITE", "FLE", "SANS_HEBERGEMENT", "PARENT_ISOLE"])))
def test_whoever_may_enter_a_worksite_may_be_placed(difficulties):
    case = {"difficultés": sorted(difficulties)}
    assert opens(case, Structure.AI).may_open == (len(difficulties) >= 2)
    assert opens(case, Structure.ACI).may_open == (len(difficulties) >= 3)
