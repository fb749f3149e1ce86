"""What waits for somebody about persons: a question to answer, proofs to bring, news to ask."""

from datetime import date
from typing import Any

from django.db.models import TextField, Value
from django.db.models.functions import Coalesce

from perenne.domain.participants.policy import FILES
from perenne.domain.participants.queries.exits import errands_of_exits
from perenne.domain.participants.states import ASKED
from perenne.kit.actors import Actor
from perenne.kit.errands import Source, source
from perenne.values import ErrandKind

PERSONS = "Personnes"
TO_VERIFY = ErrandKind("Vérifier l’éligibilité", PERSONS, "participants:show", "Embauche prévue")
TO_BRING = ErrandKind(
    "Présenter les pièces demandées", PERSONS, "participants:answer", "Embauche prévue"
)


def errands_in_persons(actor: Actor, on: date) -> tuple[Source, ...]:
    """Under the pseudonym: a desk may be read over a shoulder."""
    told: dict[str, Any] = {
        "key": "pk",
        "about": "participant__code",
        "who": Coalesce("asked_by__name", Value(""), output_field=TextField()),
        "due": "hire_on",
        "facilitator": "facilitator_id",
    }
    asked = FILES.rows("eligibility.confirm", actor).filter(state=ASKED)
    lacking = FILES.rows("eligibility.complete", actor).filter(
        asked_by_id=actor.organisation_id or 0
    )
    return (
        source(asked, TO_VERIFY, **told),
        source(lacking, TO_BRING, **{**told, "who": "facilitator__name"}),
        *errands_of_exits(actor, on),
    )
