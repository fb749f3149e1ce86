"""Who may do what to a shortfall: the facilitator alerts and proposes, the buyer decides.

The party reads its own, and answers. Nobody who carries hours proposes or decides anything.
"""

from django.db.models import Exists, OuterRef, Q

from perenne.domain.clauses.models import Commitment
from perenne.domain.compliance.models import Letter, Shortfall
from perenne.domain.compliance.models.shortfalls import LIVE
from perenne.domain.compliance.policy.certificates import (
    CERTIFICATE_GRANTS,
    CERTIFICATES,
    CERTIFIED,
    CERTIFIED_GRANTS,
)
from perenne.domain.compliance.policy.paces import ALERT_GRANTS, PACE_GRANTS
from perenne.domain.compliance.policy.reviews import (
    DECISION_GRANTS,
    DECISIONS,
    FOLLOWED,
    FOLLOWED_GRANTS,
    REVIEW_GRANTS,
    REVIEWS,
)
from perenne.domain.compliance.states import SHORTFALL_LIFE
from perenne.domain.procurement import policy as of_contracts
from perenne.domain.procurement.models import Party
from perenne.kit.actors import Actor, Role
from perenne.kit.policy import NOBODY, Grant, Policy

TO_CONTRACT = "commitment__contract__"


def at_its_facilitator(actor: Actor) -> Q:
    return of_contracts.at_its_facilitator(actor, TO_CONTRACT)


def at_its_buyer(actor: Actor) -> Q:
    return of_contracts.at_its_buyer(actor, TO_CONTRACT)


def at_its_party(actor: Actor) -> Q:
    """Whoever performs the contract, by the space that somebody linked to it."""
    if actor.role not in of_contracts.CARRYING_OUT or actor.organisation_id is None:
        return NOBODY
    theirs = Party.objects.filter(
        contract=OuterRef("commitment__contract"), organisation_id=actor.organisation_id
    )
    return Q(Exists(theirs))


def the_house(actor: Actor) -> Q:
    """Once every hour is there, or settled."""
    return ~NOBODY if actor.role is Role.HOUSE else NOBODY


def ripe(act: str) -> Q:
    return Q(state__in=SHORTFALL_LIFE.sources(act))


OPENING_GRANTS: dict[str, Grant] = {
    "shortfall.open": lambda actor: of_contracts.at_its_facilitator(actor, "contract__"),
    "exposure.view": lambda actor: of_contracts.seen_by_its_people(actor, "contract__"),
}
SHORTFALL_GRANTS: dict[str, Grant] = {
    "shortfall.view": lambda actor: (
        at_its_facilitator(actor)
        | at_its_buyer(actor)
        | at_its_party(actor)
        | of_contracts.the_coordination(actor)
    ),
    "shortfall.read_history": lambda actor: (
        at_its_facilitator(actor) | at_its_buyer(actor) | of_contracts.the_coordination(actor)
    ),
    "shortfall.summon": lambda actor: at_its_buyer(actor) & Q(state__in=LIVE),
    "shortfall.answer": lambda actor: at_its_party(actor) & Q(state__in=LIVE),
    "shortfall.propose": lambda actor: at_its_facilitator(actor) & ripe("shortfall.propose"),
    "shortfall.withdraw": lambda actor: at_its_facilitator(actor) & ripe("shortfall.withdraw"),
    "shortfall.decide": lambda actor: at_its_buyer(actor) & ripe("shortfall.decide"),
    "shortfall.close": lambda actor: (
        (at_its_facilitator(actor) | the_house(actor)) & ripe("shortfall.close")
    ),
}
LETTER_GRANTS: dict[str, Grant] = {
    "letter.receive": lambda actor: (
        (
            of_contracts.at_its_buyer(actor, f"shortfall__{TO_CONTRACT}")
            | of_contracts.at_its_facilitator(actor, f"shortfall__{TO_CONTRACT}")
        )
        & Q(received_on__isnull=True)
    ),
}
GRANTS = (
    OPENING_GRANTS
    | SHORTFALL_GRANTS
    | LETTER_GRANTS
    | FOLLOWED_GRANTS
    | REVIEW_GRANTS
    | DECISION_GRANTS
    | CERTIFIED_GRANTS
    | CERTIFICATE_GRANTS
    | PACE_GRANTS
    | ALERT_GRANTS
)
__all__ = [
    "CERTIFICATES", "CERTIFIED", "COMMITMENTS", "DECISIONS", "FOLLOWED", "GRANTS", "LETTERS",
    "LETTER_GRANTS", "OPENING_GRANTS", "REVIEWS", "SHORTFALLS", "SHORTFALL_GRANTS",
]  # fmt: skip
COMMITMENTS = Policy(Commitment, OPENING_GRANTS)
SHORTFALLS = Policy(Shortfall, SHORTFALL_GRANTS)
LETTERS = Policy(Letter, LETTER_GRANTS)
