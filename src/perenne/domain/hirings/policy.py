"""Who may do what to a hiring: the company it works for, the facilitator of its contract.

Its hours open the right to a public contract's money: whoever hires never gives the green light.
"""

from django.db.models import Q

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.policy import carried_by, under_way
from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.states import CONFIRMED, HIRING_LIFE
from perenne.domain.procurement import policy as of_contracts
from perenne.kit.actors import Actor
from perenne.kit.policy import NOBODY, Grant, Policy


def at_its_company(actor: Actor) -> Q:
    """By the space that somebody linked to the party: never by a number alone."""
    if actor.role not in of_contracts.CARRYING_OUT or actor.organisation_id is None:
        return NOBODY
    return Q(party__organisation_id=actor.organisation_id)


def at_its_facilitator(actor: Actor) -> Q:
    return of_contracts.at_its_facilitator(actor, "commitment__contract__")


def at_either(actor: Actor) -> Q:
    return at_its_company(actor) | at_its_facilitator(actor)


def ripe(act: str) -> Q:
    return Q(state__in=HIRING_LIFE.sources(act))


PLANNING_GRANTS: dict[str, Grant] = {
    "hiring.plan": lambda actor: (
        (carried_by(actor) | of_contracts.at_its_facilitator(actor, "contract__")) & under_way()
    ),
}
HIRING_GRANTS: dict[str, Grant] = {
    "hiring.view": lambda actor: at_either(actor) | of_contracts.the_coordination(actor),
    "hiring.confirm": lambda actor: at_its_facilitator(actor) & ripe("hiring.confirm"),
    "hiring.regularise": lambda actor: (
        at_its_facilitator(actor) & Q(state=CONFIRMED, regularised_because="")
    ),
    "hiring.end": lambda actor: at_either(actor) & ripe("hiring.end"),
    "hiring.cancel": lambda actor: at_either(actor) & ripe("hiring.cancel"),
}
GRANTS = PLANNING_GRANTS | HIRING_GRANTS
COMMITMENTS = Policy(Commitment, PLANNING_GRANTS)
HIRINGS = Policy(Hiring, HIRING_GRANTS)
