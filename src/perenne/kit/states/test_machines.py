from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.kit.refusals import Refused
from perenne.kit.states import Machine, Move


class Door(StrEnum):
    OPEN = "open"
    SHUT = "shut"
    LOCKED = "locked"


OPEN, SHUT, LOCKED = Door

DOOR = Machine(
    {
        "door.shut": Move(frozenset({OPEN}), SHUT, "Fermer"),
        "door.open": Move(frozenset({SHUT}), OPEN, "Ouvrir"),
        "door.lock": Move(frozenset({OPEN, SHUT}), LOCKED, "Verrouiller"),
    },
    start=OPEN,
)

moves = some.builds(
    Move, some.frozensets(some.sampled_from(Door)), some.sampled_from(Door), some.just("Agir")
)
machines = some.builds(
    Machine, some.dictionaries(some.sampled_from("abcdef"), moves), some.sampled_from(Door)
)


@pytest.mark.parametrize(
    ("act", "state", "after"),
    [
        ("door.shut", OPEN, SHUT),
        ("door.open", SHUT, OPEN),
        ("door.lock", OPEN, LOCKED),
        ("door.lock", SHUT, LOCKED),
    ],
)
def test_an_act_leads_where_the_table_says(act, state, after):
    assert DOOR.after(act, state) is after


@pytest.mark.parametrize(
    ("act", "state"), [("door.shut", SHUT), ("door.open", LOCKED), ("door.lock", LOCKED)]
)
def test_an_act_without_its_arrow_is_refused_by_its_label(act, state):
    with pytest.raises(Refused, match=f"« {DOOR.moves[act].label} » n’est pas possible"):
        DOOR.after(act, state)


def test_an_act_that_the_table_does_not_know_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        DOOR.after("door.paint", OPEN)


def test_the_drawing_has_one_arrow_for_each_source():
    assert DOOR.diagram().splitlines() == [
        "stateDiagram-v2",
        "    [*] --> OPEN",
        "    OPEN --> SHUT: Fermer",
        "    SHUT --> OPEN: Ouvrir",
        "    OPEN --> LOCKED: Verrouiller",
        "    SHUT --> LOCKED: Verrouiller",
    ]


@given(machines, some.sampled_from(Door))
def test_an_act_is_possible_from_its_sources_only(machine, state):
    for act in machine.moves:
        try:
            assert machine.after(act, state) is machine.moves[act].target
            assert state in machine.sources(act)
        except Refused:
            assert state not in machine.sources(act)


@given(machines, some.lists(some.sampled_from("abcdef")))
def test_whatever_is_done_one_stays_among_the_states_that_are_reached(machine, acts):
    state = machine.start
    for act in acts:
        if act in machine.moves and state in machine.sources(act):
            state = machine.after(act, state)
        assert state in machine.reachable()


@given(machines)
def test_every_state_reached_has_an_arrow_that_leads_to_it(machine):
    reached = machine.reachable()
    arrived = {move.target for move in machine.moves.values() if move.sources & reached}
    assert reached == arrived | {machine.start}
