"""Who may do what to a clause."""

from django.db.models import Exists, OuterRef, Q

from perenne.domain.clauses.models import Clause, Commitment, CommitmentShare, GlobalisationAnswer
from perenne.domain.clauses.states import (
    ACCEPTED,
    CALIBRATED,
    COMMITMENT_LIFE,
    DRAFT,
    DROPPED,
    LIFE,
    OPEN_SHARES,
    PENDING,
    PROPOSED,
    RUNNING,
    SHARE_LIFE,
    WORDED,
    ClauseState,
)
from perenne.domain.organisations.queries.invitations import print_of
from perenne.domain.procurement import policy as of_contracts
from perenne.domain.procurement.states import PartyRole
from perenne.kit.actors import Actor, Role
from perenne.kit.policy import NOBODY, Grant, Policy
from perenne.rules.wording import Globalisation


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


CLAUSE_GRANTS: dict[str, Grant] = {
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


def side_of(actor: Actor, clause: Clause) -> int:
    """The number of the organisation for which one of the two acts on it."""
    return clause.buyer_id if actor.role is Role.BUYER else clause.facilitator_id


def carried_by(actor: Actor, *, members_only: bool = False) -> Q:
    """On commitments: a party with a share of it, waiting for an answer or accepted."""
    if actor.role not in of_contracts.CARRYING_OUT:
        return NOBODY
    theirs = CommitmentShare.objects.filter(
        commitment=OuterRef("pk"),
        party__organisation_id=actor.organisation_id or 0,
        state__in=OPEN_SHARES,
    )
    if members_only:
        theirs = theirs.exclude(party__role=PartyRole.SUBCONTRACTOR)
    return Q(Exists(theirs))


def at_its_party(actor: Actor, path: str = "") -> Q:
    """On shares: whoever carries it, or the one above by its path."""
    if actor.role not in of_contracts.CARRYING_OUT:
        return NOBODY
    return Q(**{f"{path}party__organisation_id": actor.organisation_id})


def by_its_link(actor: Actor) -> Q:
    """Whoever holds the link of the mail, without an account: its token is all they show."""
    return Q(token_print=print_of(actor.visitor_key)) if actor.visitor_key else NOBODY


def entrusts(actor: Actor, path: str = "") -> Q:
    """The party whose hours they are; the facilitator for those who have no space."""
    of_it = of_contracts.at_its_facilitator(actor, "commitment__contract__")
    return (at_its_party(actor, path) | of_it) & under_way("commitment__")


def under_way(path: str = "") -> Q:
    return Q(**{f"{path}state__in": [PENDING, RUNNING]})


def case_by_case() -> Q:
    """The clause leaves the globalisation to an answer of its buyer."""
    return Q(clause__globalisation=Globalisation.CASE_BY_CASE.value)


def not_asked_yet() -> Q:
    asked = GlobalisationAnswer.objects.filter(commitment=OuterRef("pk"), answer="")
    return ~Q(Exists(asked))


def ripe_commitment(act: str) -> Q:
    return Q(state__in=COMMITMENT_LIFE.sources(act))


def ripe_share(act: str) -> Q:
    return Q(state__in=SHARE_LIFE.sources(act), parent__isnull=False)


def answers(act: str) -> Grant:
    return lambda actor: (
        (at_its_party(actor) | by_its_link(actor)) & ripe_share(act) & under_way("commitment__")
    )


COMMITMENT_GRANTS: dict[str, Grant] = {
    "commitment.view": lambda actor: (
        of_contracts.seen_by_its_people(actor, "contract__") | carried_by(actor)
    ),
    "commitment.take_away": lambda actor: (
        of_contracts.seen_by_its_people(actor, "contract__") | carried_by(actor, members_only=True)
    ),
    "commitment.kick_off": lambda actor: (
        of_contracts.at_its_facilitator(actor, "contract__")
        & ripe_commitment("commitment.kick_off")
    ),
    "commitment.schedule": lambda actor: (
        of_contracts.at_its_facilitator(actor, "contract__") & under_way()
    ),
    "commitment.split_again": lambda actor: (
        of_contracts.at_its_facilitator(actor, "contract__") & under_way()
    ),
    "consent.ask": lambda actor: (
        of_contracts.at_its_facilitator(actor, "contract__")
        & under_way()
        & case_by_case()
        & not_asked_yet()
    ),
    "consent.answer": lambda actor: (
        of_contracts.its_people(actor, "contract__") & under_way() & case_by_case()
    ),
    "commitment.close": lambda actor: (
        of_contracts.its_people(actor, "contract__") & ripe_commitment("commitment.close")
    ),
}
SHARE_GRANTS: dict[str, Grant] = {
    "share.propose": lambda actor: entrusts(actor) & Q(state=ACCEPTED),
    "share.accept": answers("share.accept"),
    "share.refuse": answers("share.refuse"),
    "share.withdraw": lambda actor: entrusts(actor, "parent__") & ripe_share("share.withdraw"),
    "share.resend": lambda actor: (
        entrusts(actor, "parent__") & Q(state=PROPOSED, parent__isnull=False)
    ),
}
GRANTS = CLAUSE_GRANTS | COMMITMENT_GRANTS | SHARE_GRANTS
CLAUSES = Policy(Clause, CLAUSE_GRANTS)
COMMITMENTS = Policy(Commitment, COMMITMENT_GRANTS)
SHARES = Policy(CommitmentShare, SHARE_GRANTS)
