from dataclasses import FrozenInstanceError

import pytest

from perenne.kit.actors import HOUSE, VISITOR, Actor, Role


@pytest.mark.parametrize("role", Role)
def test_only_a_visitor_is_one(role):
    assert Actor(role).is_visitor == (role is Role.VISITOR)


def test_the_house_and_a_visitor_are_nobody_in_particular():
    for actor in (HOUSE, VISITOR):
        assert (actor.person_id, actor.organisation_id, actor.visitor_key) == (None, None, "")


def test_nobody_changes_role_on_the_way():
    with pytest.raises(FrozenInstanceError):
        VISITOR.role = Role.COORDINATION


def test_two_keys_are_two_visitors():
    assert Actor(Role.VISITOR, visitor_key="a") == Actor(Role.VISITOR, visitor_key="a")
    assert Actor(Role.VISITOR, visitor_key="a") != Actor(Role.VISITOR, visitor_key="b")
