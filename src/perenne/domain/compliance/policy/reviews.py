"""Who may do what to a review: its facilitator plans, writes and shares; its people read it.

The members of the contract read it as its buyer does; a subcontractor reads nothing of it. Minutes
that are not shared yet are the facilitator's alone: `queries.reviews` keeps them back.
"""

from django.db.models import Exists, OuterRef, Q

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.states import PENDING, RUNNING
from perenne.domain.compliance.models import Review, ReviewDecision
from perenne.domain.compliance.states import REVIEW_LIFE, Attendee, ReviewState
from perenne.domain.procurement import policy as of_contracts
from perenne.domain.procurement.models import Party
from perenne.domain.procurement.states import PartyRole
from perenne.kit.actors import Actor
from perenne.kit.policy import NOBODY, Grant, Policy

TO_CONTRACT = "commitment__contract__"


def at_its_member(actor: Actor, path: str = TO_CONTRACT) -> Q:
    """Whoever performs the whole contract with others or alone, by its space."""
    if actor.role not in of_contracts.CARRYING_OUT or actor.organisation_id is None:
        return NOBODY
    theirs = Party.objects.filter(
        contract=OuterRef(f"{path}pk"), organisation_id=actor.organisation_id
    ).exclude(role=PartyRole.SUBCONTRACTOR)
    return Q(Exists(theirs))


def read_by(actor: Actor, path: str = TO_CONTRACT) -> Q:
    return of_contracts.seen_by_its_people(actor, path) | at_its_member(actor, path)


def its_facilitator(act: str) -> Grant:
    return lambda actor: (
        of_contracts.at_its_facilitator(actor, TO_CONTRACT) & Q(state__in=REVIEW_LIFE.sources(act))
    )


def ticked_by(actor: Actor) -> Q:
    """The facilitator, or the side that has it to do; once the minutes are shared."""
    path = f"review__{TO_CONTRACT}"
    return (
        of_contracts.at_its_facilitator(actor, path)
        | (of_contracts.at_its_buyer(actor, path) & Q(who=Attendee.BUYER))
        | (at_its_member(actor, path) & Q(who=Attendee.COMPANY))
    ) & Q(review__state=ReviewState.SHARED)


FOLLOWED_GRANTS: dict[str, Grant] = {
    "review.add": lambda actor: (
        of_contracts.at_its_facilitator(actor, "contract__") & Q(state__in=[PENDING, RUNNING])
    ),
    "commitment.print_state": lambda actor: read_by(actor, "contract__"),
}
REVIEW_GRANTS: dict[str, Grant] = {
    "review.view": read_by,
    "review.plan": its_facilitator("review.plan"),
    "review.hold": its_facilitator("review.hold"),
    "review.share": its_facilitator("review.share"),
    "review.cancel": its_facilitator("review.cancel"),
}
DECISION_GRANTS: dict[str, Grant] = {"review.tick": ticked_by}
FOLLOWED = Policy(Commitment, FOLLOWED_GRANTS)
REVIEWS = Policy(Review, REVIEW_GRANTS)
DECISIONS = Policy(ReviewDecision, DECISION_GRANTS)
