from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.needs import ContractKind
from perenne.rules.thresholds import DUTY_DAY, EXCEPTION_GROUNDS, ExceptionGround, open_grounds

KINDS = {
    "travaux": ContractKind.WORKS,
    "services": ContractKind.SERVICES,
    "fournitures": ContractKind.SUPPLIES,
    "concession": ContractKind.CONCESSION,
    "inconnue": None,
}


@pytest.mark.parametrize(("code", "opened", "case"), rows_of("exception_grounds"))
def test_a_ground_is_open_where_the_lawyer_wrote_it(code, opened, case):
    months = case.get("mois", 12)
    found = open_grounds(
        KINDS[case["nature"]],
        months=None if months == "inconnue" else months,
        on=case.get("consultation", date(2026, 9, 1)),
    )
    assert (ExceptionGround(code) in found) is opened


def test_each_ground_has_its_cases():
    assert {case.values[0] for case in rows_of("exception_grounds")} == set(ExceptionGround)


def test_grounds_come_in_the_order_of_the_law():
    assert open_grounds(ContractKind.WORKS, months=5, on=DUTY_DAY) == tuple(ExceptionGround)
    assert open_grounds(ContractKind.CONCESSION, months=5, on=DUTY_DAY) == (
        ExceptionGround.NO_SUFFICIENT_LINK,
        ExceptionGround.COMPETITION_OR_DIFFICULTY,
    )


@given(
    some.none() | some.sampled_from(ContractKind),
    some.none() | some.integers(1, 60),
    some.dates(DUTY_DAY, date(2050, 1, 1)),
)
def test_any_contract_that_owes_may_invoke_the_link_and_the_difficulty(kind, months, day):
    found = open_grounds(kind, months=months, on=day)
    assert ExceptionGround.NO_SUFFICIENT_LINK in found
    assert ExceptionGround.COMPETITION_OR_DIFFICULTY in found
    assert len(found) == len(set(found))


@given(
    some.none() | some.sampled_from(ContractKind),
    some.none() | some.integers(1, 60),
    some.dates(date(2000, 1, 1), date(2026, 8, 21)),
)
def test_before_the_duty_no_ground_is_needed(kind, months, day):
    assert open_grounds(kind, months=months, on=day) == ()


@pytest.mark.parametrize("row", EXCEPTION_GROUNDS.rows)
def test_each_ground_asks_questions_and_says_what_remains(row):
    assert row.code.label == row.label
    assert all(question.endswith(" ?") for question in row.asks)
    assert row.remaining.endswith(".")
