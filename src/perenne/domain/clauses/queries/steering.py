"""What the coordination steers by: the buyers who keep silent."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Min, Sum
from django.db.models.functions import Coalesce

from perenne.domain.clauses.queries.errands import LOTS_HOURS
from perenne.domain.procurement.policy import CONSULTATIONS
from perenne.domain.procurement.queries.silence import silent
from perenne.kit.actors import Actor, Role
from perenne.values import Hours

MOST = 10


@dataclass(frozen=True, slots=True)
class LateBuyer:
    """Consultations whose day has gone by without news, since the first of them."""

    buyer: str
    consultations: int
    since: date
    hours: Hours


def late_buyers(*, seen_by: Actor, on: date) -> tuple[LateBuyer, ...]:
    """The ten that keep the most hours in the dark. For the coordination alone; one query."""
    if seen_by.role is not Role.COORDINATION:
        return ()
    rows = (
        CONSULTATIONS.rows("consultation.view", seen_by)
        .filter(silent(on))
        .annotate(asked_on=Coalesce("award_on", "bids_due_on", "publish_on"), held=LOTS_HOURS)
        .values("buyer_id")
        .annotate(
            name=F("buyer__name"),
            number=Count("pk"),
            since=Min("asked_on"),
            minutes=Coalesce(Sum("held"), 0),
        )
        .order_by("-minutes", "since", "buyer_id")[:MOST]
    )
    return tuple(
        LateBuyer(row["name"], row["number"], row["since"], Hours(row["minutes"])) for row in rows
    )
