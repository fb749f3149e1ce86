"""Who may do what to a clause."""

from django.db.models import Q

from perenne.domain.clauses.models import Clause
from perenne.domain.clauses.states import CALIBRATED, DRAFT, DROPPED, LIFE, WORDED, ClauseState
from perenne.kit.actors import Actor, Role
from perenne.kit.policy import NOBODY, Grant, Policy


def at_its_buyer(actor: Actor) -> Q:
    return Q(buyer_id=actor.organisation_id) if actor.role is Role.BUYER else NOBODY


def at_its_facilitator(actor: Actor) -> Q:
    """The coordination is one where it stands in for a facilitator."""
    if actor.role in {Role.FACILITATOR, Role.COORDINATION}:
        return Q(facilitator_id=actor.organisation_id)
    return NOBODY


def at_either(actor: Actor) -> Q:
    return at_its_facilitator(actor) | at_its_buyer(actor)


def the_coordination(actor: Actor) -> Q:
    return ~NOBODY if actor.role is Role.COORDINATION else NOBODY


def ripe(act: str) -> Q:
    return Q(state__in=LIFE.sources(act))


def readable() -> Q:
    """By its buyer: from its first wording on, and when it was dropped."""
    return ~Q(state__in=[DRAFT, CALIBRATED])


def written() -> Q:
    """Documents follow from it."""
    return ~Q(state__in=[DRAFT, CALIBRATED, DROPPED])


def the_facilitator(act: str) -> Grant:
    return lambda actor: at_its_facilitator(actor) & ripe(act)


def either(act: str) -> Grant:
    return lambda actor: at_either(actor) & ripe(act)


GRANTS: dict[str, Grant] = {
    "clause.view": lambda actor: (
        at_its_facilitator(actor) | the_coordination(actor) | at_its_buyer(actor) & readable()
    ),
    "clause.calibrate": the_facilitator("clause.calibrate"),
    "clause.word": the_facilitator("clause.word"),
    "clause.submit": the_facilitator("clause.submit"),
    "clause.send_back": either("clause.send_back"),
    "clause.approve": lambda actor: at_its_buyer(actor) & ripe("clause.approve"),
    "clause.publish": either("clause.publish"),
    "clause.draft_again": either("clause.draft_again"),
    "clause.start": either("clause.start"),
    "clause.close": either("clause.close"),
    "clause.drop": the_facilitator("clause.drop"),
    "clause.comment": lambda actor: (
        at_either(actor) & Q(state__in=[WORDED, ClauseState.SUBMITTED, ClauseState.APPROVED])
    ),
    "clause.take_away": lambda actor: (at_either(actor) | the_coordination(actor)) & written(),
}

CLAUSES = Policy(Clause, GRANTS)
