"""Who knows the situation says it by a link; and the person is told what is done with her data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from secrets import token_urlsafe
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate, localtime

from perenne.domain.organisations.queries.invitations import print_of
from perenne.domain.organisations.queries.reaching import mailbox_of
from perenne.domain.participants.models import (
    EligibilityFile,
    FileLink,
    Knower,
    NoticeGiven,
    NoticeMeans,
)
from perenne.domain.participants.policy import FILE_LINKS, FILES
from perenne.domain.participants.queries.facts import person_said, situation_typed
from perenne.domain.participants.queries.notices import notice_in_use
from perenne.domain.participants.states import WAITING
from perenne.kit.actors import Actor
from perenne.kit.french.dates import written
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.mails.kinds import declare
from perenne.kit.mails.sending import Message, send
from perenne.kit.refusals import Refused

QUESTION = declare("participants.question", "Quelques questions avant une embauche")
LIFETIME = timedelta(days=30)
MOST_A_DAY = 3
TOO_MANY = (
    "La question est déjà partie plusieurs fois aujourd’hui : attendez une réponse, ou appelez le "
    "facilitateur."
)
NOT_READ = "Cochez la case : il faut avoir lu l’information avant d’envoyer."
NOTHING_SAID = "Répondez à une question au moins."


@dataclass(frozen=True, slots=True)
class Said:
    """`typed`: the facts of a situation, by their names. `was_told`: the notice was read."""

    typed: Mapping[str, Any]
    was_told: bool


@transaction.atomic
def give_notice(*, file_id: int, means: NoticeMeans, by: Actor, today: date) -> None:
    """The facilitator says how the person was informed, with the version in use."""
    file = FILES.take("eligibility.inform", by, file_id)
    _note(file, means, today, by.organisation_id)
    record("eligibility.inform", file, by=by)


@transaction.atomic
def send_question(*, file_id: int, knower: Knower, email: str, by: Actor, now: datetime) -> None:
    """A mail leaves with a link; whoever asked neither holds it nor reads what is answered."""
    file = FILES.take("eligibility.send_question", by, file_id)
    today = localdate(now)
    if FileLink.objects.filter(file=file, asked_on=today).count() >= MOST_A_DAY:
        raise Refused(TOO_MANY)
    link = FileLink.objects.create(
        file=file, knower=knower, email=email.strip(), asked_on=today, expires_at=now + LIFETIME
    )
    record("eligibility.send_question", file, by=by)
    enqueue("participants.mail_question", link_id=link.pk)


def mail_question(*, link_id: int, now: datetime) -> int:
    """How many mails left: none once it was answered, or nobody waits any more."""
    link, token = _with_its_token(link_id)
    if link is None:
        return 0
    address = settings.ADDRESS + reverse("participants:say", args=[token])
    until = written(localtime(link.expires_at))
    asked = (
        "Un employeur veut vous embaucher. Quelques questions sur votre situation permettent de "
        "compter vos heures dans un marché public. Votre employeur ne lira pas vos réponses : le "
        "facilitateur seul les lit."
        if link.knower == Knower.PERSON
        else "Une personne que vous accompagnez peut être embauchée au titre d’une clause "
        "d’insertion. Dites sa situation : le facilitateur seul lit vos réponses."
    )
    body = (
        f"Bonjour,\n\n{asked}\n\nRépondez ici, sans compte, jusqu’au {until} :\n\n{address}\n\n"
        f"Pérenne, la plateforme du {settings.COMMITTEE}"
    )
    message = Message(
        QUESTION,
        f"question/{link.pk}",
        link.email,
        f"Quelques questions avant une embauche : répondez avant le {until}",
        body,
        reply_to=mailbox_of(link.file.facilitator_id),
    )
    return send(message, now=now)


@transaction.atomic
def _with_its_token(link_id: int) -> tuple[FileLink | None, str]:
    """Made now, kept nowhere: a mail that is tried again carries another one."""
    rows = FileLink.objects.select_for_update(of=("self",), no_key=True).select_related("file")
    link = rows.filter(pk=link_id, answered_at=None, file__state__in=WAITING).first()
    if link is None or not link.email:
        return None, ""
    token = token_urlsafe(32)
    link.token_print = print_of(token)
    link.save()
    return link, token


@transaction.atomic
def say_situation(*, token: str, said: Said, by: Actor, now: datetime) -> None:
    """`by` holds the token. Once: the facilitator reads it beside what they noted themselves."""
    printed = FileLink.objects.filter(token_print=print_of(token), expires_at__gt=now)
    link = FILE_LINKS.take("eligibility.say_situation", by, printed.values("pk")[:1])
    kept = situation_typed(said.typed)
    if not said.was_told:
        raise Refused(NOT_READ)
    if not kept:
        raise Refused(NOTHING_SAID)
    born_on = link.file.participant.born_on
    if born_on is not None:
        person_said(born_on, kept)
    link.said, link.answered_at = kept, now
    link.save()
    online = link.knower == Knower.PERSON
    _note(link.file, NoticeMeans.ONLINE if online else NoticeMeans.SPOKEN, localdate(now), None)
    record("eligibility.say_situation", link.file, by=by)
    enqueue("participants.tell_said", file_id=link.file_id)


def _note(file: EligibilityFile, means: NoticeMeans, on: date, given_by: int | None) -> None:
    NoticeGiven.objects.create(
        participant_id=file.participant_id,
        version=notice_in_use().version,
        means=means,
        given_on=on,
        given_by_id=given_by,
    )
