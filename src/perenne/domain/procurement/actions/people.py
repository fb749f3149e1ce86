"""For whom a consultation or a contract is opened: its buyer, the facilitator who follows it."""

from dataclasses import dataclass

from perenne.domain.organisations.models import Kind, Organisation
from perenne.kit.actors import Actor, Role
from perenne.kit.refusals import Refused


@dataclass(frozen=True, slots=True)
class People:
    """Ids of organisations; whoever acts is one of the two, and need not be named."""

    buyer_id: int | None = None
    facilitator_id: int | None = None


def people_for(asked: People, by: Actor) -> dict[str, int]:
    """The columns, once both are known and of the right kind; Refused, in French, otherwise."""
    buyer = by.organisation_id if by.role is Role.BUYER else asked.buyer_id
    facilitator = asked.facilitator_id if by.role is Role.BUYER else by.organisation_id
    of_kind = dict(
        Organisation.objects.filter(pk__in=[buyer, facilitator]).values_list("pk", "kind")
    )
    if buyer is None or of_kind.get(buyer) != Kind.BUYER:
        raise Refused("Choisissez l’acheteur dans la liste : il doit avoir un espace.")
    if facilitator is None or of_kind.get(facilitator) not in {Kind.FACILITATOR, Kind.COORDINATION}:
        raise Refused("Choisissez le facilitateur qui suivra ce marché.")
    return {"buyer_id": buyer, "facilitator_id": facilitator}
