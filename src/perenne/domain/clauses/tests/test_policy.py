"""Who may do what to a clause: F its facilitator, B its buyer, C the coordination; else refused.

Another facilitator (f), another buyer (b), a company (x), a visitor (v) and the house (H) never.
"""

from dataclasses import replace
from datetime import date

import pytest

from perenne.domain.clauses.factories import new_clause
from perenne.domain.clauses.policy import CLAUSE_GRANTS, CLAUSES
from perenne.domain.clauses.queries import clause_card, clause_on, clauses_of
from perenne.domain.clauses.states import ClauseState
from perenne.domain.organisations.factories import new_actor
from perenne.domain.programming.factories import PASSER_BY, PURCHASE
from perenne.kit.actors import HOUSE, Role
from perenne.kit.refusals import NotFound

TABLE = """
                    draft calibrated worded submitted approved published in_execution closed dropped
clause.view         FC    FC         FCB    FCB       FCB      FCB       FCB          FCB    FCB
clause.calibrate    F     F          F      .         .        .         .            .      .
clause.word         .     F          F      .         .        .         .            .      .
clause.submit       .     .          F      .         .        .         .            .      .
clause.send_back    .     .          .      FB        FB       .         .            .      .
clause.approve      .     .          .      B         .        .         .            .      .
clause.publish      .     .          .      .         FB       .         .            .      .
clause.draft_again  .     .          .      .         .        FB        .            .      .
clause.start        .     .          .      .         .        FB        .            .      .
clause.close        .     .          .      .         .        .         FB           .      .
clause.drop         F     F          F      F         F        F         .            .      .
clause.comment      .     .          FB     FB        FB       .         .            .      .
clause.take_away    .     .          FCB    FCB       FCB      FCB       FCB          FCB    .
"""
HEADS, *ROWS = (row.split() for row in TABLE.strip().splitlines())
CELLS = [
    pytest.param(act, state, set(letters) - {"."}, id=f"{act} {state}")
    for act, *granted in ROWS
    for state, letters in zip(HEADS, granted, strict=True)
]


@pytest.fixture
def people(facilitator, buyer):
    return {
        "F": facilitator,
        "f": new_actor(Role.FACILITATOR),
        "B": buyer,
        "b": new_actor(Role.BUYER),
        "C": new_actor(Role.COORDINATION),
        "x": new_actor(Role.COMPANY),
        "v": PASSER_BY,
        "H": HOUSE,
    }


@pytest.mark.parametrize(("act", "state", "who"), CELLS)
def test_who_may_do_what(people, act, state, who):
    clause = new_clause(people["F"], buyer=people["B"], state=ClauseState(state))
    granted = {letter for letter, one in people.items() if CLAUSES.allows(act, one, clause.pk)}
    assert granted == who


@pytest.mark.parametrize(("act", "state", "who"), CELLS)
def test_the_coordination_does_the_work_where_it_stands_in(people, act, state, who):
    clause = new_clause(people["C"], buyer=people["B"], state=ClauseState(state))
    granted = {letter for letter, one in people.items() if CLAUSES.allows(act, one, clause.pk)}
    assert granted == ({"C"} if "F" in who else set()) | who - {"F"}


def test_the_table_names_every_act():
    assert {act for act, *_ in ROWS} == set(CLAUSE_GRANTS)


def test_who_may_not_see_a_clause_finds_nothing(people):
    clause = new_clause(people["F"], buyer=people["B"])
    for letter in "fbBxvH":
        with pytest.raises(NotFound):
            clause_card(clause.pk, seen_by=people[letter])
        assert clause_on(clause.purchase_id, seen_by=people[letter]) is None
        assert clauses_of(seen_by=people[letter]).total == 0


def test_clauses_come_soonest_consultation_first(people):
    late, soon, unknown = (
        new_clause(people["F"], buyer=people["B"], facts=replace(PURCHASE, launch_on=day))
        for day in (date(2027, 9, 1), date(2027, 2, 1), None)
    )
    page = clauses_of(seen_by=people["F"])
    assert [row.id for row in page.items] == [soon.pk, late.pk, unknown.pk]
    row = page.items[0]
    assert (row.buyer, row.facilitator, row.state) == (
        "Ville de Meaux",
        "Plateforme Nord",
        ClauseState.DRAFT,
    )
    assert row.launch_on == date(2027, 2, 1)
    assert row.state.label == "À calibrer"


def test_an_answer_costs_the_same_for_ten_clauses_or_forty(people, django_assert_num_queries):
    first = new_clause(people["F"])
    for _ in range(9):
        new_clause(people["F"])
    for more in (0, 30):
        for _ in range(more):
            new_clause(people["F"])
        with django_assert_num_queries(2):
            clauses_of(seen_by=people["F"])
        with django_assert_num_queries(3):
            clause_card(first.pk, seen_by=people["F"])
        with django_assert_num_queries(1):
            clause_on(first.purchase_id, seen_by=people["F"])


def test_a_clause_tells_where_it_comes_from(people):
    clause = new_clause(people["F"], buyer=people["B"])
    card = clause_card(clause.pk, seen_by=people["F"])
    assert card.programme_id == clause.purchase.programme_id
    assert (card.place, card.operation, card.lot) == ("", "", "")
    assert card.facilitator.organisation == "Plateforme Nord"
    assert not card.is_worded
    assert str(clause) == f"Clause {clause.pk}"
