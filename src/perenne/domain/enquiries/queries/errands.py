"""Messages that wait for an answer."""

from datetime import date, timedelta

from django.db.models import F, TextField, Value
from django.db.models.functions import Coalesce, Left, NullIf, TruncDate

from perenne.domain.enquiries.queries.cards import waiting_rows
from perenne.kit.actors import Actor
from perenne.kit.errands import Source, source
from perenne.rules.practice import USUAL
from perenne.rules.urgency import ANSWER_DAYS
from perenne.values import ErrandKind

NONE = Value("")
TO_ANSWER = ErrandKind(
    "Répondre au message", "Messages", "contact:show", "Réponse attendue", is_private=True
)


def errands_in_enquiries(actor: Actor, _on: date) -> tuple[Source, ...]:
    """Of this desk: its own, and for the coordination those held."""
    asked_at = Coalesce(TruncDate("received_at"), F("started_on"))
    return (
        source(
            waiting_rows(actor),
            TO_ANSWER,
            key="pk",
            about=Coalesce(NullIf("object", NONE), Left("message", 80), output_field=TextField()),
            who=Coalesce(
                NullIf("organisation", Value("")), NullIf("full_name", Value("")), "email"
            ),
            due=asked_at + timedelta(USUAL.of(ANSWER_DAYS)),
        ),
    )
