"""What waits for a facilitator about globalisation: a proposal to read, another one to ask for."""

from datetime import date

from django.db.models import Exists, OuterRef, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from perenne.domain.hours.models import Plan
from perenne.domain.hours.policy import OUTLOOKS, PLANS
from perenne.domain.hours.queries.plan_lists import NAMED
from perenne.domain.hours.states import PROPOSED
from perenne.kit.actors import Actor
from perenne.kit.errands import Source, source
from perenne.values import ErrandKind

HOURS = "Heures"
TO_READ = ErrandKind("Relire la globalisation proposée", HOURS, "globalisation:show", "")
TO_REDO = ErrandKind("Refaire la globalisation", HOURS, "globalisation:list", "")
TO_PROPOSE = ErrandKind("Globaliser les heures en attente", HOURS, "globalisation:list", "")
EVERYBODY = Value("Toutes les entreprises")


def errands_in_plans(actor: Actor, on: date) -> tuple[Source, ...]:
    """What fits no more first; new hours are not spoken of while a proposal waits."""
    waiting = Plan.objects.filter(facilitator=OuterRef("facilitator"), state=PROPOSED)
    seen = OUTLOOKS.rows("outlook.view", actor)
    plans = PLANS.rows("plan.approve", actor).annotate(
        all_minutes=Sum("lines__minutes"), company=Coalesce(Subquery(NAMED), EVERYBODY)
    )
    told = {"key": Value(""), "about": EVERYBODY, "who": Value("")}
    return (
        source(plans, TO_READ, key="pk", about="company", who=Value(""), minutes="all_minutes"),
        source(
            seen.filter(excess_minutes__gt=0),
            TO_REDO,
            **told,
            minutes="excess_minutes",
        ),
        source(
            seen.filter(~Exists(waiting), placeable_minutes__gt=0),
            TO_PROPOSE,
            **told,
            minutes="placeable_minutes",
        ),
    )
