"""Who opens a need, who settles it, who answers it, and who sees no more than their own answer."""

from django.db.models import Exists, OuterRef, Q

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.policy import carried_by, under_way
from perenne.domain.organisations.queries.invitations import print_of
from perenne.domain.procurement import policy as of_contracts
from perenne.domain.sourcing.models import Candidate, Offer, Opening, Solicitation
from perenne.domain.sourcing.states import (
    CANDIDATE_LIFE,
    OFFER_LIFE,
    OPEN,
    OPENING_LIFE,
    SOLICITATION_LIFE,
)
from perenne.kit.actors import Actor, Role
from perenne.kit.policy import NOBODY, Grant, Policy

ANSWERING = frozenset({Role.INCLUSION_STRUCTURE, Role.PRESCRIBER})
"""Who may be asked, and have a space to answer in."""


def at_its_company(actor: Actor, path: str = "") -> Q:
    """By the space that somebody linked to the party: never by a number alone."""
    if actor.role not in of_contracts.CARRYING_OUT or actor.organisation_id is None:
        return NOBODY
    return Q(**{f"{path}party__organisation_id": actor.organisation_id})


def at_its_facilitator(actor: Actor, path: str = "") -> Q:
    return of_contracts.at_its_facilitator(actor, path)


def at_either(actor: Actor, path: str = "") -> Q:
    """Those whose need it is."""
    return at_its_company(actor, path) | at_its_facilitator(actor, path)


def the_house(actor: Actor) -> Q:
    return ~NOBODY if actor.role is Role.HOUSE else NOBODY


def asked_of(actor: Actor, path: str = "") -> Q:
    """On solicitations: the structure that was asked, by its space."""
    if actor.role not in ANSWERING or actor.organisation_id is None:
        return NOBODY
    return Q(**{f"{path}structure__organisation_id": actor.organisation_id})


def by_its_link(actor: Actor) -> Q:
    """Whoever holds the link of the mail, without an account: its token is all they show."""
    return Q(token_print=print_of(actor.visitor_key)) if actor.visitor_key else NOBODY


def was_asked(actor: Actor) -> Q:
    """On needs: a structure of theirs was asked."""
    theirs = Solicitation.objects.filter(asked_of(actor), opening=OuterRef("pk"))
    return Q(Exists(theirs)) if actor.role in ANSWERING else NOBODY


def a_prescriber(actor: Actor) -> Q:
    """Whoever accompanies persons reads every need that is open."""
    return ~NOBODY if actor.role is Role.PRESCRIBER else NOBODY


def proposed_by(actor: Actor) -> Q:
    """On candidates: the organisation that knows the person."""
    if actor.organisation_id is None or actor.role not in ANSWERING:
        return NOBODY
    return Q(proposed_by_id=actor.organisation_id)


def ripe(act: str) -> Q:
    return Q(state__in=OPENING_LIFE.sources(act))


def still_open(path: str = "opening__") -> Q:
    return Q(**{f"{path}state": OPEN})


def settles(act: str) -> Grant:
    return lambda actor: at_either(actor) & ripe(act)


def answers(act: str) -> Grant:
    """The structure asked, by its space or its link; the facilitator for who answers by phone."""
    ready = Q(state__in=SOLICITATION_LIFE.sources(act)) & still_open()
    return lambda actor: (
        (asked_of(actor) | by_its_link(actor) | at_its_facilitator(actor, "opening__")) & ready
    )


def settles_offer(act: str) -> Grant:
    ready = Q(state__in=OFFER_LIFE.sources(act)) & still_open("solicitation__opening__")
    return lambda actor: at_either(actor, "solicitation__opening__") & ready


def settles_candidate(act: str) -> Grant:
    ready = Q(state__in=CANDIDATE_LIFE.sources(act))
    return lambda actor: at_either(actor, "opening__") & ready


NEED_GRANTS: dict[str, Grant] = {
    "opening.open": lambda actor: (
        (carried_by(actor) | of_contracts.at_its_facilitator(actor, "contract__")) & under_way()
    ),
}
OPENING_GRANTS: dict[str, Grant] = {
    "opening.view": lambda actor: at_either(actor) | of_contracts.the_coordination(actor),
    "opening.send_wave": lambda actor: the_house(actor) & Q(state=OPEN),
    "opening.fill": settles("opening.fill"),
    "opening.close": settles("opening.close"),
    "opening.lapse": lambda actor: the_house(actor) & ripe("opening.lapse"),
    "opening.propose": lambda actor: (was_asked(actor) | a_prescriber(actor)) & Q(state=OPEN),
}
SOLICITATION_GRANTS: dict[str, Grant] = {
    "solicitation.view": asked_of,
    "solicitation.offer": answers("solicitation.offer"),
    "solicitation.decline": answers("solicitation.decline"),
    "solicitation.resume": lambda actor: asked_of(actor) & Q(quiet_until__isnull=False),
    "solicitation.lapse": lambda actor: (
        the_house(actor) & Q(state__in=SOLICITATION_LIFE.sources("solicitation.lapse"))
    ),
    "solicitation.close": lambda actor: (
        (at_either(actor, "opening__") | the_house(actor))
        & Q(state__in=SOLICITATION_LIFE.sources("solicitation.close"))
    ),
}
OFFER_GRANTS: dict[str, Grant] = {
    "offer.keep": settles_offer("offer.keep"),
    "offer.leave": settles_offer("offer.leave"),
    "offer.withdraw": lambda actor: (
        (asked_of(actor, "solicitation__") | at_its_facilitator(actor, "solicitation__opening__"))
        & Q(state__in=OFFER_LIFE.sources("offer.withdraw"))
    ),
}
CANDIDATE_GRANTS: dict[str, Grant] = {
    "candidate.view": lambda actor: (
        at_either(actor, "opening__") | of_contracts.the_coordination(actor) | proposed_by(actor)
    ),
    "candidate.hire": settles_candidate("candidate.hire"),
    "candidate.leave": settles_candidate("candidate.leave"),
    "candidate.withdraw": lambda actor: (
        proposed_by(actor) & Q(state__in=CANDIDATE_LIFE.sources("candidate.withdraw"))
    ),
}
GRANTS = NEED_GRANTS | OPENING_GRANTS | SOLICITATION_GRANTS | OFFER_GRANTS | CANDIDATE_GRANTS
COMMITMENTS = Policy(Commitment, NEED_GRANTS)
OPENINGS = Policy(Opening, OPENING_GRANTS)
SOLICITATIONS = Policy(Solicitation, SOLICITATION_GRANTS)
OFFERS = Policy(Offer, OFFER_GRANTS)
CANDIDATES = Policy(Candidate, CANDIDATE_GRANTS)
