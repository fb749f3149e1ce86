import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.practice import USUAL
from perenne.rules.secrecy import Cell, Hiding, hidden_for
from perenne.rules.secrecy.cells import Behind
from perenne.rules.secrecy.grounds import GROUNDS, LEAST_PERSONS


def asked(case):
    if "personnes" in case:
        return Cell.persons(case["personnes"]), Behind.PERSONS
    return Cell(*case["entreprises"]), Behind.COMPANIES


def practice_of(case):
    return USUAL.choosing(LEAST_PERSONS, case["seuil"]) if "seuil" in case else USUAL


@pytest.mark.parametrize(("code", "expected", "case"), rows_of("secrecy_grounds"))
def test_each_ground_hides_what_it_must_and_nothing_else(code, expected, case):
    cell, behind = asked(case)
    ground = GROUNDS[code]
    applies = ground.behind is behind and ground.applies(cell, practice_of(case))
    assert applies is expected
    if expected:
        assert hidden_for(cell, behind, practice=practice_of(case)) == code


def test_the_first_ground_is_told():
    assert hidden_for(Cell(100, 2, 99), Behind.COMPANIES) is Hiding.FEW_COMPANIES
    assert hidden_for(Cell(100, 3, 99), Behind.COMPANIES) is Hiding.DOMINANT


@given(some.integers(0, 200), some.integers(5, 20))
def test_a_count_of_persons_is_published_from_the_threshold_on_and_at_zero(number, least):
    practice = USUAL.choosing(LEAST_PERSONS, least)
    found = hidden_for(Cell.persons(number), Behind.PERSONS, practice=practice)
    assert (found is None) == (number == 0 or number >= least)
