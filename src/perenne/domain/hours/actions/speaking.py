"""The person speaks of her own month, by the link of her page; her facilitator answers.

Nothing that she says moves an hour: what is wrong is corrected by the acts that exist.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Sum

from perenne.domain.hours.models import Sheet, Voice, Work
from perenne.domain.hours.policy import PATHWAYS, VOICES
from perenne.domain.hours.states import OPEN
from perenne.domain.organisations.queries.invitations import print_of
from perenne.domain.participants.models import Participant, PersonalLink
from perenne.domain.participants.queries.persons import records_of
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.last_line import telling
from perenne.kit.refusals import NotFound, Refused

SHORTEST = 3
NO_WORDS = "Écrivez ce qui n’est pas juste : un jour oublié, un nombre d’heures…"
ALREADY = "Vous avez déjà écrit pour ce mois. Votre facilitateur va vous répondre."
AGREED = "Vous avez déjà dit que ces heures sont justes."
NO_ANSWER = "Écrivez votre réponse : la personne la lit sur sa page."
SAID = {
    "month_is_disputed_once_until_answered": ALREADY,
    "month_is_agreed_on_once": AGREED,
}


@transaction.atomic
def agree(*, sheet_id: int, by: Actor, now: datetime) -> None:
    """« Mes heures sont justes ». NotFound when that month is not hers, or her link has expired."""
    _say("voice.agree", sheet_id, by, now)


@transaction.atomic
def contest(*, sheet_id: int, message: str, by: Actor, now: datetime) -> None:
    """« Je ne suis pas d’accord »: it waits for the facilitator of the contract."""
    if len(message.strip()) < SHORTEST:
        raise Refused(NO_WORDS)
    _say("voice.contest", sheet_id, by, now, message.strip()[:1000])


@transaction.atomic
def answer_voice(*, voice_id: int, answer: str, by: Actor, now: datetime) -> None:
    """Once; she reads it on her page."""
    voice = VOICES.take("voice.answer", by, voice_id)
    if len(answer.strip()) < SHORTEST:
        raise Refused(NO_ANSWER)
    voice.answer, voice.answered_at = answer.strip()[:1000], now
    voice.save()
    record("voice.answer", voice, by=by)


def _say(act: str, sheet_id: int, by: Actor, now: datetime, message: str = "") -> None:
    person = _holder(act, by, now)
    records = records_of(person.pk)
    sheet = Sheet.objects.exclude(state=OPEN).filter(pk=sheet_id).first()
    said = Work.objects.filter(sheet_id=sheet_id, participant__in=records, corrects=None)
    minutes = said.aggregate(all=Sum("net_minutes"))["all"]
    if sheet is None or not minutes:
        raise NotFound(sheet_id)
    if message and _waits(sheet, person):
        raise Refused(ALREADY)
    voice = Voice(
        participant=person, sheet=sheet, minutes=minutes, agrees=not message, message=message
    )
    with telling(SAID):
        voice.save()
    record(act, voice, by=by)


def _holder(act: str, by: Actor, now: datetime) -> Participant:
    """Whose link it is: the person is taken, so that two clicks wait for each other."""
    link = PersonalLink.objects.filter(
        token_print=print_of(by.visitor_key), revoked_at=None, expires_at__gt=now
    ).first()
    if link is None:
        raise NotFound
    return PATHWAYS.take(act, by, link.participant_id)


def _waits(sheet: Sheet, person: Participant) -> bool:
    return Voice.objects.filter(
        sheet=sheet, participant__in=records_of(person.pk), agrees=False, answered_at=None
    ).exists()
