"""Two administrators adhere at the same time: the organisation is a member once."""

from perenne.domain.membership.factories import new_membership
from perenne.domain.membership.models import Membership
from perenne.domain.organisations.factories import new_actor, new_colleague
from perenne.kit.actors import Role
from perenne.kit.testing.commits import at_once, refusals


def test_two_administrators_adhere_at_the_same_time(real_commits):
    for _ in range(8):
        one = new_actor(Role.COMPANY)
        other = new_colleague(one, is_admin=True)
        outcomes = at_once(
            lambda one=one: new_membership(one), lambda other=other: new_membership(other)
        )
        assert refusals(outcomes) == ["Votre organisme est déjà membre du comité."]
        assert Membership.objects.filter(organisation_id=one.organisation_id).count() == 1
