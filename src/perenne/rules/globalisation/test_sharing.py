from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.globalisation import Commitment, Consent, Refusal, Work, share_out
from perenne.rules.globalisation.windows import LONGEST_MONTHS
from perenne.rules.practice import USUAL
from perenne.values import Hours, Period

YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))
A, B, C = 1, 2, 3


def clause(number, owed, performance=YEAR, consent=Consent.OPEN, cap=0):
    return Commitment(
        number,
        f"Marché {number}",
        Hours.of(owed),
        performance,
        frozenset({"E"}),
        consent,
        Hours.of(cap),
    )


def month(hours="140", *, day=date(2026, 3, 1), home=A):
    return Work(1, "P1", "E", day, Hours.of(hours), YEAR, date(2026, 2, 1), home)


def shares(work, clauses):
    return {number: part.minutes for number, part in share_out(work, clauses).shares.items()}


def test_a_month_is_shared_in_proportion_of_what_is_still_owed():
    assert shares(month(), [clause(A, 300), clause(B, 100)]) == {A: 105 * 60, B: 35 * 60}


def test_largest_remainders_give_the_last_minute():
    may = month(day=date(2026, 5, 1))
    assert shares(may, [clause(A, 280), clause(B, 500)]) == {A: 3_015, B: 5_385}


def test_a_contract_notified_later_takes_nothing():
    april = clause(C, 300, Period(date(2026, 4, 1), date(2027, 1, 1)))
    found = share_out(month(), [clause(A, 300), clause(B, 100), april])
    assert C not in found.shares
    assert found.refusals == {C: Refusal.NOT_CONCURRENT}


def test_when_a_buyer_refuses_everything_stays_at_home():
    found = share_out(month(), [clause(A, 300), clause(B, 100, consent=Consent.REFUSED)])
    assert (found.shares, found.left_over) == ({A: Hours.of(140)}, Hours(0))


def test_a_buyer_receives_from_elsewhere_no_more_than_its_limit():
    capped = clause(B, 300, consent=Consent.CAPPED, cap=20)
    assert shares(month(), [clause(A, 60), capped]) == {A: 60 * 60, B: 20 * 60}


def test_what_no_clause_may_take_is_left_over():
    found = share_out(month(), [clause(A, 60)])
    assert (found.shares, found.left_over) == ({A: Hours.of(60)}, Hours.of(80))


def test_what_the_committee_holds_is_used():
    held = USUAL.choosing(LONGEST_MONTHS, 12)
    late = replace(month(), pathway_start=date(2025, 3, 1))
    found = share_out(late, [clause(A, 60), clause(B, 300)], practice=held)
    assert (found.shares, found.refusals) == ({A: Hours.of(60)}, {B: Refusal.WINDOW_OVER})
    assert share_out(late, [clause(A, 60), clause(B, 300)]).refusals == {}


def test_without_any_clause_everything_is_left_over():
    found = share_out(month(), [])
    assert (found.shares, found.refusals, found.left_over) == ({}, {}, Hours.of(140))


clauses = some.lists(
    some.builds(
        clause,
        some.integers(1, 6),
        some.integers(0, 400),
        some.sampled_from([YEAR, Period(date(2026, 4, 1), date(2027, 1, 1))]),
        some.sampled_from(Consent),
        some.integers(0, 100),
    ),
    unique_by=lambda it: it.clause_id,
    max_size=6,
)
works = some.builds(month, some.integers(0, 250), home=some.none() | some.integers(1, 7))


@given(works, clauses)
def test_no_hour_is_lost_made_or_given_beyond_what_is_owed(work, asked):
    found = share_out(work, asked)
    rooms = {
        it.clause_id: it.owed if it.clause_id == work.clause_id else it.from_elsewhere
        for it in asked
    }
    assert found.left_over >= Hours(0)
    assert sum(part.minutes for part in found.shares.values()) == (
        work.hours.minutes - found.left_over.minutes
    )
    assert all(Hours(0) <= part <= rooms[number] for number, part in found.shares.items())
    assert found.shares.keys() ^ found.refusals.keys() == {it.clause_id for it in asked}
    if found.left_over:
        assert all(part == rooms[number] for number, part in found.shares.items())


@given(works, clauses, some.randoms())
def test_the_order_of_the_question_changes_nothing(work, asked, chance):
    assert share_out(work, chance.sample(asked, len(asked))) == share_out(work, asked)
