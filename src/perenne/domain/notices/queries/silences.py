"""Who was reminded often enough and did not answer: a person takes over from the machine."""

from datetime import date, timedelta

from django.db.models import Case, F, TextField, Value, When
from django.db.models.functions import Coalesce

from perenne.domain.notices.policy import REMINDERS
from perenne.kit.actors import Actor
from perenne.kit.errands import Source, source
from perenne.rules.notices import MOST_TIMES, SPACING_DAYS
from perenne.rules.practice import USUAL
from perenne.values import ErrandKind

GROUP = "Relances"
VERB = "Appeler qui n’a pas répondu"
TO_CALL = ErrandKind(VERB, GROUP, "procurement:contract", "Échéance")
TO_CALL_ABOUT = ErrandKind(VERB, GROUP, "desks:today", "Échéance")


def errands_of_silences(actor: Actor, on: date) -> tuple[Source, ...]:
    """For the facilitator: one for each contract in which somebody keeps silent, once the time of
    another reminder has passed."""
    silent = (
        REMINDERS.rows("notice.take_over", actor)
        .filter(
            ended_on=None,
            times__gte=USUAL.of(MOST_TIMES),
            told_on__lte=on - timedelta(USUAL.of(SPACING_DAYS)),
        )
        .exclude(organisation=F("facilitator"))
    )
    kinds = {"silence.contract": TO_CALL, "silence.other": TO_CALL_ABOUT}
    return (
        source(
            silent,
            kinds,
            code=Case(
                When(contract=None, then=Value("silence.other")),
                default=Value("silence.contract"),
            ),
            key="contract_id",
            about=Coalesce("contract__object", "verb", output_field=TextField()),
            who=Coalesce("organisation__name", "address", output_field=TextField()),
            due="due_on",
            contract="contract_id",
        ),
    )
