import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.calibration import LocalSupply, SupplyCode, local_supply
from perenne.rules.calibration.supply import (
    DEPENDENCE,
    FEW_STRUCTURES,
    MANY_STRUCTURES,
    SOME_STRUCTURES,
    SUPPLY,
)
from perenne.rules.practice import USUAL
from perenne.values import Euros, Share


def supply(structures, turnover, budget):
    known = None if turnover == "inconnu" else Euros.of(turnover)
    return LocalSupply(structures, known, Euros.of(budget))


@pytest.mark.parametrize(("code", "expected", "case"), rows_of("supply"))
def test_the_number_of_structures_says_what_is_possible(code, expected, case):
    found = local_supply(supply(case["structures"], case["chiffre_d_affaires"], case["montant"]))
    assert (found.row.code == code) is expected
    assert found.reason.startswith(f"{case['structures']} structure(s) connue(s)\u00a0: ")
    assert found.reason.endswith(".")


@pytest.mark.parametrize(
    ("number", "value", "before", "after"),
    [
        (MANY_STRUCTURES, 20, SupplyCode.RESERVED_LOT, SupplyCode.RESERVED_CONTRACT),
        (SOME_STRUCTURES, 26, SupplyCode.RESERVED_LOT, SupplyCode.CLAUSE),
    ],
)
def test_a_committee_may_hold_other_numbers(number, value, before, after):
    known = supply(25, 1_000_000, 1_000)
    assert local_supply(known).row.code is before
    assert local_supply(known, practice=USUAL.choosing(number, value)).row.code is after


def test_a_committee_may_ask_for_more_structures_or_less_dependence():
    held = USUAL.choosing(FEW_STRUCTURES, 5).choosing(DEPENDENCE, Share.percent(10))
    assert local_supply(supply(5, 100, 1), practice=held).row.code is SupplyCode.NOTHING
    dependent = supply(40, 1_000_000, 100_000)
    assert local_supply(dependent).row.code is SupplyCode.RESERVED_CONTRACT
    assert local_supply(dependent, practice=held).row.code is SupplyCode.RESERVED_LOT


@given(some.integers(0, 200), some.integers(0, 200), some.integers(0, 10**9))
def test_more_structures_never_allow_less(structures, more, budget):
    order = [row.code for row in SUPPLY]
    few, many = (
        local_supply(supply(number, 10**6, budget)).row.code
        for number in (structures, structures + more)
    )
    assert order.index(many) <= order.index(few)
