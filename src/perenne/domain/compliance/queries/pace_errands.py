"""What waits for a facilitator about the pace: an alert that nobody has looked at yet."""

from datetime import date

from django.db.models import F

from perenne.domain.compliance.policy.paces import ALERTS
from perenne.kit.actors import Actor
from perenne.kit.errands import Source, source
from perenne.rules.pace import Level
from perenne.values import ErrandKind

GROUP = "Engagements"
TO_WATCH = ErrandKind("Regarder un retard qui se forme", GROUP, "pace:show", "Vu le")
TO_CATCH_UP = ErrandKind("Traiter une alerte sur les heures", GROUP, "pace:show", "Vu le")
KINDS = {Level.WATCH: TO_WATCH, Level.ALARM: TO_CATCH_UP}


def errands_in_paces(actor: Actor, on: date) -> tuple[Source, ...]:
    """By level; the hours are those that lacked the first night."""
    waiting = ALERTS.rows("alert.look", actor)
    return tuple(
        source(
            waiting.filter(level=level),
            kind,
            key="commitment_id",
            about="commitment__contract__object",
            who="commitment__contract__buyer__name",
            minutes=F("expected_minutes") - F("counted_minutes"),
            due="opened_on",
            cents="exposed_cents",
        )
        for level, kind in KINDS.items()
    )
