"""Who follows contracts, and who leads their meetings."""

from django.http import HttpRequest

from perenne.domain.procurement.policy import CARRYING_OUT, FOLLOWING
from perenne.kit.actors import Actor, Role
from perenne.kit.paging import LONGEST_NUMBER

FOLLOWERS = CARRYING_OUT | FOLLOWING | {Role.BUYER}


def may_lead(actor: Actor) -> bool:
    """Facilitators, and the coordination where it is one: whatever the contract."""
    return actor.role in FOLLOWING


def commitment_in(request: HttpRequest) -> int | None:
    """The one that a list is narrowed to; None for all of them, or for what is no number."""
    asked = request.GET.get("engagement", "")
    is_number = asked.isascii() and asked.isdecimal() and len(asked) < LONGEST_NUMBER
    return int(asked) if is_number else None
