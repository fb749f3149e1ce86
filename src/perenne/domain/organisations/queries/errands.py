"""Organisations to verify, and people who ask to join one."""

from datetime import date, timedelta

from django.db.models import Value
from django.db.models.functions import TruncDate

from perenne.domain.organisations.policy import ORGANISATIONS, REQUESTS
from perenne.domain.organisations.queries.lists import View
from perenne.kit.actors import Actor, Role
from perenne.kit.errands import Source, source
from perenne.rules.practice import USUAL
from perenne.rules.urgency import ANSWER_DAYS
from perenne.values import ErrandKind

GROUP = "Organismes"
TO_VERIFY = ErrandKind("Vérifier l’organisme", GROUP, "organisations:show", "Réponse attendue")
TO_GRANT = ErrandKind(
    "Répondre à qui demande à vous rejoindre", GROUP, "organisations:people", "Réponse attendue"
)


def errands_in_organisations(actor: Actor, _on: date) -> tuple[Source, ...]:
    """Whoever asks is not named here: the page of people does it, for whom it is open to."""
    left = timedelta(USUAL.of(ANSWER_DAYS))
    asking = source(
        REQUESTS.rows("join_request.grant", actor),
        TO_GRANT,
        key="organisation_id",
        about="organisation__name",
        due=TruncDate("asked_at") + Value(left),
    )
    if actor.role is not Role.COORDINATION:
        return (asking,)
    declared = ORGANISATIONS.rows("organisation.list", actor).filter(View.WAITING.rows)
    due = TruncDate("declared_at") + Value(left)
    return (asking, source(declared, TO_VERIFY, key="pk", about="name", due=due))
