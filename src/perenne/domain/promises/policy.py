"""Who reads what a structure has promised: itself, the facilitators it promised hours to, the
coordination. A facilitator reads the name of their own contracts, and of the others’ the
facilitator alone."""

from django.db.models import Exists, OuterRef, Q

from perenne.domain.directory.models import Structure
from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.states import CANCELLED
from perenne.domain.procurement import policy as of_contracts
from perenne.domain.sourcing.models import Offer
from perenne.domain.sourcing.states import KEPT
from perenne.kit.actors import Actor, Role
from perenne.kit.policy import NOBODY, Grant, Policy


def itself(actor: Actor) -> Q:
    if actor.role is not Role.INCLUSION_STRUCTURE or actor.organisation_id is None:
        return NOBODY
    return Q(organisation_id=actor.organisation_id)


def promised_to(actor: Actor) -> Q:
    """On structures: an offer that was kept, or somebody hired there, for a contract of theirs."""
    if actor.role not in of_contracts.FOLLOWING or actor.organisation_id is None:
        return NOBODY
    offers = Offer.objects.filter(
        solicitation__structure=OuterRef("pk"),
        solicitation__opening__facilitator=actor.organisation_id,
        state=KEPT,
    )
    hired = Hiring.objects.filter(
        employer_siret=OuterRef("siret"),
        commitment__contract__facilitator=actor.organisation_id,
    )
    return Q(Exists(offers)) | Q(Exists(hired.exclude(state=CANCELLED)))


GRANTS: dict[str, Grant] = {
    "promise.view": lambda actor: (
        itself(actor) | promised_to(actor) | of_contracts.the_coordination(actor)
    ),
    "promise.note": promised_to,
}
PROMISES = Policy(Structure, GRANTS)
