from dataclasses import replace
from datetime import date
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from tests.flows import faults_in, optimum_of_networkx, random_facts, total_of

from perenne.rules.globalisation import Commitment, Consent, Order, Work, plan, share_out
from perenne.rules.globalisation.flow import Arcs, best_flow
from perenne.rules.globalisation.orders import ORDER
from perenne.rules.globalisation.windows import LONGEST_MONTHS
from perenne.rules.practice import USUAL
from perenne.values import Euros, Hours, Period

YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))
MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)
seeds = some.integers(0, 10**9)


def clause(number, owed, *, end=YEAR.end, consent=Consent.OPEN, cap=0, penalty=0):
    return Commitment(
        number,
        f"Marché {number}",
        Hours.of(owed),
        Period(YEAR.start, end),
        frozenset({"E"}),
        consent,
        Hours.of(cap),
        penalty=Euros.of(penalty),
    )


def month(number, hours=140, *, day=MARCH, home=1):
    return Work(number, f"P{number}", "E", day, Hours.of(hours), YEAR, date(2026, 2, 1), home)


def counted(found):
    """{(work, clause): hours}."""
    return {
        (part.work.work_id, part.commitment.clause_id): part.hours.whole
        for part in found.allocations
    }


def test_hours_count_where_they_were_worked_before_anywhere_else():
    soon = clause(2, 500, end=date(2026, 5, 1))
    assert counted(plan([month(1)], [clause(1, 500), soon])) == {(1, 1): 140}


def test_what_its_own_contract_no_longer_needs_goes_to_the_first_to_end():
    late, soon = clause(3, 500), clause(2, 50, end=date(2026, 5, 1))
    found = plan([month(1)], [clause(1, 60), late, soon])
    assert counted(found) == {(1, 1): 60, (1, 2): 50, (1, 3): 30}
    assert found.left_over == {}


@pytest.mark.parametrize(
    ("order", "first"), [(Order.FIRST_TO_END, 2), (Order.DEAREST, 3), (Order.MOST_OWED, 4)]
)
def test_the_committee_chooses_which_clause_is_served_first(order, first):
    asked = [
        clause(2, 200, end=date(2026, 5, 1)),
        clause(3, 300, penalty=50),
        clause(4, 400, penalty=20),
    ]
    found = plan([month(1, home=None)], asked, practice=USUAL.choosing(ORDER, order))
    assert counted(found) == {(1, first): 140}


def test_the_future_is_looked_at_where_a_month_alone_would_lose_hours():
    """March may serve both clauses, April only the second one: March leaves it to April."""
    ending, lasting = clause(1, 140, end=APRIL), clause(2, 140)
    works = [month(1, home=None), month(2, day=APRIL, home=None)]
    assert counted(plan(works, [ending, lasting])) == {(1, 1): 140, (2, 2): 140}
    shared = share_out(works[0], [ending, lasting]).shares
    assert shared == {1: Hours.of(70), 2: Hours.of(70)}


def test_a_limit_holds_for_all_that_comes_from_elsewhere_together():
    capped = clause(2, 500, consent=Consent.CAPPED, cap=100)
    works = [month(number, 80) for number in (1, 2)] + [month(3, 80, home=2)]
    found = plan(works, [clause(1, 0), capped])
    assert counted(found) == {(1, 2): 80, (2, 2): 20, (3, 2): 80}
    assert found.left_over == {2: Hours.of(60)}


def test_hours_left_over_say_why_of_each_clause():
    full, refusing = clause(1, 100), clause(2, 500, consent=Consent.REFUSED)
    work = month(1)
    found = plan([work], [full, refusing])
    assert found.left_over == {1: Hours.of(40)}
    assert found.why_left_over(work) == {
        1: "Ce plan couvre déjà tout ce que cette clause peut recevoir.",
        2: "L’acheteur n’accepte pas la globalisation.",
    }


def test_what_the_committee_holds_is_used_and_told_everywhere():
    held = USUAL.choosing(ORDER, Order.DEAREST).choosing(LONGEST_MONTHS, 12)
    young = replace(month(1, home=None), pathway_start=date(2025, 3, 2))
    old = replace(month(2, home=None), pathway_start=date(2025, 3, 1))
    asked = [clause(1, 100, penalty=20), clause(2, 30, penalty=50)]
    found = plan([young, old], asked, practice=held)
    assert counted(found) == {(1, 2): 30, (1, 1): 100}
    assert all("n’a pas dépassé 12\u00a0mois" in part.line for part in found.allocations)
    assert all("dont l’heure manquante coûte le plus" in part.line for part in found.allocations)
    too_long = "Le parcours dépasse la durée pendant laquelle ses heures se globalisent."
    assert found.why_left_over(old) == {1: too_long, 2: too_long}
    assert found.why_left_over(young)[1].startswith("Ce plan couvre déjà")


@pytest.mark.parametrize(("works", "clauses"), [([], []), ([month(1)], []), ([], [clause(1, 9)])])
def test_without_work_or_without_clause_nothing_is_counted(works, clauses):
    found = plan(works, clauses)
    assert found.allocations == ()
    assert found.left_over == {work.work_id: work.hours for work in works}


def test_one_person_hired_for_two_years_covers_what_she_can():
    """« Si j'embauche un apprenti pour 24 mois, quels marchés couvre-t-il ? »"""
    hired = Period(date(2026, 1, 1), date(2028, 1, 1))
    months = [
        Work(
            number, "P1", "E", date(2026 + number // 12, 1 + number % 12, 1), Hours.of(100),
            hired, hired.start,
        )
        for number in range(24)
    ]  # fmt: skip
    whole = Period(hired.start, hired.end)
    asked = [
        replace(clause(1, 600), performance=Period(date(2026, 1, 1), date(2026, 7, 1))),
        replace(clause(2, 900), performance=whole),
        replace(clause(3, 400), performance=Period(date(2027, 9, 1), date(2028, 6, 1))),
    ]
    found = plan(months, asked)
    assert sum(part.hours.whole for part in found.allocations) == 1_900
    assert sum(hours.whole for hours in found.left_over.values()) == 500


@settings(max_examples=200)
@given(seeds)
def test_the_optimum_is_the_one_that_another_solver_finds(seed):
    works, commitments = random_facts(seed)
    found = plan(works, commitments)
    assert total_of(found) == optimum_of_networkx(works, commitments)
    assert faults_in(found, works) == []


@given(seeds)
def test_a_plan_counts_at_least_what_sharing_month_by_month_does(seed):
    works, commitments = random_facts(seed)
    shared, owing = 0, {it.clause_id: it for it in commitments}
    for work in works:
        parts = share_out(work, list(owing.values())).shares
        for number, part in parts.items():
            clause = owing[number]
            taken = part if number != work.clause_id else Hours(0)
            owing[number] = replace(clause, owed=clause.owed - part, cap=clause.cap - taken)
        shared += sum(part.minutes for part in parts.values())
    assert total_of(plan(works, commitments))[0] >= shared


@given(seeds, some.integers(0, 100))
def test_the_order_of_the_question_changes_no_total(seed, shuffle):
    works, commitments = random_facts(seed)
    chance = Random(shuffle)
    again = plan(chance.sample(works, len(works)), chance.sample(commitments, len(commitments)))
    assert total_of(again) == total_of(plan(works, commitments))


@given(seeds)
def test_the_same_facts_always_give_the_same_plan(seed):
    works, commitments = random_facts(seed)
    assert plan(works, commitments) == plan(works, commitments)


def test_flows_and_lines_are_plain_integers_and_sentences():
    found = plan([month(1)], [clause(1, 60), clause(2, 500)])
    assert {type(part.hours.minutes) for part in found.allocations} == {int}
    assert all(part.line.endswith(".") for part in found.allocations)


def test_a_network_that_the_solver_cannot_take_is_not_called_solved():
    arcs = Arcs(*(np.array([number]) for number in (0, 1, 5, 2**62)))
    with pytest.raises(RuntimeError, match="minimum-cost flow: BAD_COST_RANGE"):
        best_flow(arcs, supplies=np.array([5, 0]), sink=1)
