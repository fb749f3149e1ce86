from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.globalisation import Commitment, Order
from perenne.rules.globalisation.orders import ORDER, ORDERS, in_order
from perenne.rules.practice import USUAL
from perenne.values import Euros, Hours, Period


def clause(number, last_day, penalty, owed):
    return Commitment(
        number,
        "Marché",
        Hours.of(owed),
        Period(date(2026, 1, 1), last_day + timedelta(1)),
        frozenset(),
        penalty=Euros.of(str(penalty)),
    )


@pytest.mark.parametrize(("code", "expected", "case"), rows_of("globalisation_orders"))
def test_the_first_clause_is_the_one_that_the_order_says(code, expected, case):
    first, other = clause(1, *case["première"]), clause(2, *case["autre"])
    practice = USUAL.choosing(ORDER, Order(code))
    assert (in_order([other, first], practice=practice) == (first, other)) is expected


@given(some.permutations(range(6)))
def test_at_equal_rank_the_oldest_clause_comes_first(numbers):
    clauses = [clause(number, date(2026, 6, 30), 50, 100) for number in numbers]
    for order in Order:
        practice = USUAL.choosing(ORDER, order)
        assert [it.clause_id for it in in_order(clauses, practice=practice)] == list(range(6))


def test_each_order_has_a_name_and_says_why_of_a_clause():
    last = clause(1, date(2026, 12, 31), 50, 300)
    said = [(order.label, ORDERS[order].because(last).replace("\u00a0", " ")) for order in Order]
    assert said == [
        ("le marché qui finit le premier", "fin le 31 décembre 2026"),
        ("le marché dont l’heure manquante coûte le plus", "pénalité de 50 € par heure"),
        ("le marché qui doit encore le plus d’heures", "300 h encore dues"),
    ]
