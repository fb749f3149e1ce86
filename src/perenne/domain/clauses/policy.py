"""Who may do what to a clause."""

from django.db.models import Q

from perenne.domain.clauses.models import Clause
from perenne.domain.clauses.states import LIFE, ClauseState
from perenne.kit.actors import Actor, Role
from perenne.kit.policy import NOBODY, Grant, Policy


def at_its_buyer(actor: Actor) -> Q:
    return Q(buyer_id=actor.organisation_id) if actor.role is Role.BUYER else NOBODY


def at_its_facilitator(actor: Actor) -> Q:
    """The coordination is one where it stands in for a facilitator."""
    if actor.role in {Role.FACILITATOR, Role.COORDINATION}:
        return Q(facilitator_id=actor.organisation_id)
    return NOBODY


def the_coordination(actor: Actor) -> Q:
    return ~NOBODY if actor.role is Role.COORDINATION else NOBODY


def ripe(act: str) -> Q:
    return Q(state__in=LIFE.sources(act))


def worded() -> Q:
    return Q(state=ClauseState.WORDED)


GRANTS: dict[str, Grant] = {
    "clause.view": lambda actor: (
        at_its_facilitator(actor) | the_coordination(actor) | at_its_buyer(actor) & worded()
    ),
    "clause.calibrate": lambda actor: at_its_facilitator(actor) & ripe("clause.calibrate"),
    "clause.word": lambda actor: at_its_facilitator(actor) & ripe("clause.word"),
    "clause.take_away": lambda actor: (
        (at_its_facilitator(actor) | the_coordination(actor) | at_its_buyer(actor)) & worded()
    ),
}

CLAUSES = Policy(Clause, GRANTS)
