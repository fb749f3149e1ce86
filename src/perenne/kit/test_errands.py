from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.kit.errands import merged
from perenne.values import Errand, ErrandKind, Euros, Hours

CALL = ErrandKind("Appeler", "Relances", "desks:today", "Échéance")
DAY = date(2026, 11, 27)


def errand(who="Bâti Brie", minutes=None, due_on=None, cents=None):
    hours = None if minutes is None else Hours(minutes)
    return Errand(CALL, ("7",), "École de Meaux", who, hours, due_on, Euros.known(cents))


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["Bâti Brie"], "Bâti Brie"),
        (["Bâti Brie", "Bâti Brie"], "Bâti Brie"),
        (["Ville de Meaux", "", "Bâti Brie"], "Bâti Brie, Ville de Meaux"),
        (["", ""], ""),
        ([*"FEDCBA"], "A, B, C, D, E et 1 autre"),
        ([*"GFEDCBA"], "A, B, C, D, E et 2 autres"),
    ],
)
def test_everybody_who_waits_for_one_thing_is_said(names, said):
    assert merged([errand(who) for who in names]).who == said


def test_hours_add_up_the_first_day_and_the_largest_cost_are_kept():
    one = errand(minutes=60, due_on=DAY, cents=5_000)
    other = errand(minutes=30, due_on=date(2026, 11, 2), cents=7_000)
    found = merged([one, other, errand()])
    assert (found.hours, found.due_on) == (Hours(90), date(2026, 11, 2))
    assert found.penalty == Euros.known(7_000)
    assert merged([errand(), errand()]) == errand()


ERRANDS = st.builds(
    errand,
    st.sampled_from(["", *"ABCDEFGH"]),
    st.none() | st.integers(0, 10_000),
    st.none() | st.dates(),
    st.none() | st.integers(0, 10**9),
)


@given(
    st.lists(ERRANDS, min_size=1, max_size=9).flatmap(
        lambda several: st.tuples(st.just(several), st.permutations(several))
    )
)
def test_in_whatever_order_they_come(both):
    several, shuffled = both
    assert merged(several) == merged(shuffled)
