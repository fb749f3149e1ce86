"""Who may do what to a hiring: F its facilitator, X its company, C the coordination; else refused.

Another facilitator (f), another company (x), its buyer (B), a visitor and the house never.
"""

import pytest

from perenne.domain.clauses.factories import new_commitment
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hirings.policy import COMMITMENTS, HIRING_GRANTS, HIRINGS
from perenne.domain.hirings.states import HiringState
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import HOUSE, VISITOR, Role

TABLE = """
                   planned confirmed ended cancelled
hiring.view        FXC     FXC       FXC   FXC
hiring.confirm     F       .         .     .
hiring.regularise  .       F         .     .
hiring.end         .       FX        .     .
hiring.cancel      FX      .         .     .
"""
HEADS, *ROWS = (row.split() for row in TABLE.strip().splitlines())
CELLS = [
    pytest.param(act, state, set(letters) - {"."}, id=f"{act} {state}")
    for act, *granted in ROWS
    for state, letters in zip(HEADS, granted, strict=True)
]


@pytest.fixture
def people(db):
    return {
        "F": new_actor(Role.FACILITATOR),
        "f": new_actor(Role.FACILITATOR),
        "X": new_actor(Role.COMPANY),
        "x": new_actor(Role.COMPANY),
        "B": new_actor(Role.BUYER),
        "C": new_actor(Role.COORDINATION),
        "v": VISITOR,
        "H": HOUSE,
    }


@pytest.fixture
def commitment(people):
    return new_commitment(people["F"], company=people["X"], buyer=people["B"])


def granted(policy, act, people, pk):
    return {letter for letter, one in people.items() if policy.allows(act, one, pk)}


@pytest.mark.parametrize(("act", "state", "who"), CELLS)
def test_who_may_do_what(people, commitment, act, state, who):
    unseen = {"verdict": None, "counts_from": None}
    seen = {"counts_from": "2027-06-01"}
    hiring = new_hiring(
        commitment=commitment,
        state=HiringState(state),
        regularised_because="",
        **(unseen if state in {"planned", "cancelled"} else seen),
    )

    assert granted(HIRINGS, act, people, hiring.pk) == who


def test_every_act_is_in_the_table():
    assert {act for act, *_ in ROWS} == set(HIRING_GRANTS)


def test_those_who_carry_the_hours_plan_and_its_facilitator(people, commitment):
    assert granted(COMMITMENTS, "hiring.plan", people, commitment.pk) == {"F", "X"}
