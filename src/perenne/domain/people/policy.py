"""Who may do what to an account: the person themself, and nobody else."""

from django.db.models import Q

from perenne.domain.people.models import Person
from perenne.kit.actors import Actor
from perenne.kit.policy import NOBODY, Grant, Policy


def themself(actor: Actor) -> Q:
    return NOBODY if actor.person_id is None else Q(pk=actor.person_id)


GRANTS: dict[str, Grant] = {
    "account.manage": themself,
}
POLICY = Policy(Person, GRANTS)
