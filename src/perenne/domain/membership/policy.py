"""Who may do what to an adhesion."""

from django.db.models import Q

from perenne.domain.membership.models import Membership
from perenne.domain.membership.states import MEMBERSHIP_LIFE
from perenne.domain.organisations.policy import (
    anybody_at_the_door,
    its_admins,
    its_people,
    the_coordination,
)
from perenne.kit.policy import Grant, Policy

OF = "organisation_id"


def ripe(act: str) -> Q:
    return Q(state__in=MEMBERSHIP_LIFE.sources(act))


GRANTS: dict[str, Grant] = {
    "membership.join": anybody_at_the_door,
    "membership.view": lambda actor: its_people(actor, OF) | the_coordination(actor),
    "membership.list": the_coordination,
    "membership.leave": lambda actor: its_admins(actor, OF) & ripe("membership.leave"),
    "membership.exclude": lambda actor: the_coordination(actor) & ripe("membership.exclude"),
    "membership.pardon": lambda actor: the_coordination(actor) & ripe("membership.pardon"),
}
MEMBERSHIPS = Policy(Membership, GRANTS)
