"""The sheet of permissions says what the policies grant, state by state."""

import pytest
from django.db.models import Q

from perenne.kit.actors import Role
from perenne.kit.policy import NOBODY
from perenne.ops.permissions import TRY, may_hold, permissions

OPEN, SHUT = Q(state__in=["open"]), Q(state="shut")
THEIRS = Q(buyer_id=1)


@pytest.mark.parametrize(
    ("granted", "held_open", "held_shut"),
    [
        (THEIRS, True, True),
        (NOBODY, False, False),
        (~NOBODY, True, True),
        (OPEN, True, False),
        (~OPEN, False, True),
        (THEIRS & OPEN, True, False),
        (THEIRS & ~OPEN, False, True),
        (THEIRS | OPEN, True, True),
        (OPEN & SHUT, False, False),
        (OPEN | SHUT, True, True),
        (NOBODY | THEIRS & SHUT, False, True),
        (~(THEIRS & OPEN), True, True),
        (~(OPEN | SHUT), False, False),
        (~(THEIRS | OPEN), False, True),
        (Q(programme__state="sent"), True, True),
    ],
)
def test_a_grant_is_tried_on_each_state(granted, held_open, held_shut):
    assert (may_hold(granted, "open"), may_hold(granted, "shut")) == (held_open, held_shut)


def test_the_sheet_names_the_states_in_which_an_act_is_possible():
    sheet = permissions(["clauses"])
    word = next(line for line in sheet.splitlines() if line.startswith("| `clause.word`"))
    cells = [cell.strip() for cell in word.split("|")[2:-1]]
    assert cells == [*"··", "calibrated, worded", *"···", "calibrated, worded", *"···"]


def test_every_role_is_tried():
    assert set(TRY) == set(Role)


@pytest.mark.parametrize(
    ("act", "roles"),
    [
        ("programme.receive", {"visitor", "buyer"}),
        ("programme.send", {"visitor", "buyer"}),
        ("programme.screen", {"visitor", "buyer", "house"}),
        ("purchase.keep", {"facilitator", "coordination"}),
        ("purchase.view", {"visitor", "buyer", "facilitator", "coordination"}),
    ],
)
def test_it_says_who_may_ever_do_it(act, roles):
    rows = [line.strip("|").split("|") for line in permissions(["programming"]).splitlines()]
    marks = next([cell.strip() for cell in row[1:]] for row in rows if row[0] == f" `{act}` ")
    assert {role.value for role, mark in zip(TRY, marks, strict=True) if mark != "·"} == roles
