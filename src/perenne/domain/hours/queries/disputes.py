"""What persons say of their months, for the facilitator who answers them."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models.functions import TruncDate
from django.utils.timezone import localdate

from perenne.domain.hours.models import Voice
from perenne.domain.hours.policy import VOICES
from perenne.kit.actors import Actor
from perenne.kit.errands import Source, source
from perenne.kit.refusals import NotFound
from perenne.rules.practice import USUAL
from perenne.rules.urgency import ANSWER_DAYS
from perenne.values import ErrandKind, Hours

TO_ANSWER = ErrandKind(
    "Répondre à une personne sur ses heures", "Heures", "person:answer", "Réponse attendue"
)


@dataclass(frozen=True, slots=True)
class VoiceCard:
    """`hours`: what the month said of her when she spoke."""

    id: int
    participant_id: int
    sheet_id: int
    code: str
    month: date
    contract: str
    hours: Hours
    message: str
    said_on: date


def voice_to_answer(voice_id: int, *, seen_by: Actor) -> VoiceCard:
    rows = VOICES.rows("voice.answer", seen_by)
    voice = rows.select_related("participant", "sheet__commitment__contract").filter(pk=voice_id)
    return _card(voice.first())


def errands_of_voices(actor: Actor, _on: date) -> tuple[Source, ...]:
    """Each waits for the facilitator of its contract."""
    waiting = VOICES.rows("voice.answer", actor)
    due = TruncDate("said_at") + timedelta(USUAL.of(ANSWER_DAYS))
    about = "sheet__commitment__contract__object"
    return (
        source(
            waiting, TO_ANSWER, key="pk", about=about, who="participant__code", due=due,
            minutes="minutes",
        ),
    )  # fmt: skip


def _card(voice: Voice | None) -> VoiceCard:
    if voice is None:
        raise NotFound
    return VoiceCard(
        id=voice.pk,
        participant_id=voice.participant_id,
        sheet_id=voice.sheet_id,
        code=voice.participant.code,
        month=voice.sheet.month,
        contract=voice.sheet.commitment.contract.object,
        hours=Hours(voice.minutes),
        message=voice.message,
        said_on=localdate(voice.said_at),
    )
