"""What waits on meetings: to plan, to write down, to share; and decisions whose day is past."""

from datetime import date
from typing import Any

from django.db.models import Q
from django.db.models.functions import TruncDate

from perenne.domain.compliance.policy import DECISIONS, REVIEWS
from perenne.domain.compliance.states import DUE, HELD, PLANNED
from perenne.kit.actors import Actor, Role
from perenne.kit.errands import Source, source
from perenne.values import ErrandKind

GROUP = "Suivi"
WHEN = "Réunion prévue le"
TO_PLAN = ErrandKind("Planifier la réunion de suivi", GROUP, "reviews:plan", "À tenir pour le")
TO_WRITE = ErrandKind("Écrire le compte rendu", GROUP, "reviews:write", WHEN)
TO_SHARE = ErrandKind("Diffuser le compte rendu", GROUP, "reviews:show", "Réunion du")
TO_TICK = ErrandKind("Faire ce qui a été décidé", GROUP, "reviews:show", "Décidé pour le")
OBJECT, BUYER = "commitment__contract__object", "commitment__contract__buyer__name"


def errands_in_reviews(actor: Actor, on: date) -> tuple[Source, ...]:
    """A decision waits for whoever has it to do, and once late for the facilitator too."""
    told: dict[str, Any] = {"key": "pk", "about": OBJECT, "who": BUYER}
    hold = REVIEWS.rows("review.hold", actor)
    past = hold.filter(state=PLANNED, meets_at__date__lt=on)
    return (
        source(REVIEWS.rows("review.plan", actor).filter(state=DUE), TO_PLAN, **told, due="due_on"),
        source(past, TO_WRITE, **told, due=TruncDate("meets_at")),
        source(hold.filter(state=HELD), TO_SHARE, **told, due="held_on"),
        source(
            DECISIONS.rows("review.tick", actor).filter(_waits(actor, on), done_on=None),
            TO_TICK,
            key="review_id",
            about="what",
            who=f"review__{BUYER}",
            due="until",
        ),
    )


def _waits(actor: Actor, on: date) -> Q:
    follows = actor.role in {Role.FACILITATOR, Role.COORDINATION}
    return Q(who="facilitator") | Q(until__lt=on) if follows else Q()
