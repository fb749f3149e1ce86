"""The mails of a question: they name nobody and say no criterion, whoever reads them."""

from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.urls import reverse

from perenne.domain.organisations.models import Seat
from perenne.domain.organisations.queries.reaching import mailbox_of
from perenne.domain.participants.models import EligibilityFile
from perenne.domain.participants.queries.answers import answer_in
from perenne.domain.participants.states import ASKED, WAITING
from perenne.kit.mails.kinds import declare
from perenne.kit.mails.sending import Message, send_each

ASKED_FOR = declare("participants.asked", "Éligibilité à vérifier")
ANSWERED = declare("participants.answered", "Éligibilité : réponse du facilitateur")
SAID = declare("participants.said", "Éligibilité : la situation est dite")
BYE = "\n\nPérenne, la plateforme du {committee}"


def send_asked(*, file_id: int, now: datetime) -> int:
    """To the facilitator; none once it was answered meanwhile. How many mails left."""
    file = _file(file_id)
    if file is None or file.state != ASKED or file.asked_by_id == file.facilitator_id:
        return 0
    message = Message(
        ASKED_FOR,
        f"file/{file.pk}",
        "",
        f"Éligibilité à vérifier : {file.participant.code}",
        f"Bonjour,\n\nUne vérification est demandée pour la personne {file.participant.code}, "
        f"avant son embauche.\n\n{_address('participants:show', file.pk)}",
    )
    return _mail(message, file.facilitator_id, now)


def send_answer(*, file_id: int, now: datetime) -> int:
    """To whoever asked: the answer and its days, on their page; the mail says only which one."""
    file = _file(file_id)
    if file is None or file.asked_by_id in {None, file.facilitator_id}:
        return 0
    verdict = getattr(file, "verdict", None)  # none when something lacks, or when it is refused
    message = Message(
        ANSWERED,
        f"file/{file.pk}/{file.state}/{verdict.pk if verdict else 0}",
        "",
        f"Éligibilité de {file.participant.code} : réponse du facilitateur",
        f"Bonjour,\n\n{answer_in(file).sentence}\n\n{_address('participants:answer', file.pk)}",
        reply_to=mailbox_of(file.facilitator_id),
    )
    return _mail(message, file.asked_by_id or 0, now)


def send_said(*, file_id: int, now: datetime) -> int:
    """To the facilitator: somebody who knows the situation has said it; the mail says nothing."""
    file = _file(file_id)
    if file is None or file.state not in WAITING:
        return 0
    message = Message(
        SAID,
        f"file/{file.pk}",
        "",
        f"Éligibilité de {file.participant.code} : la situation est dite",
        f"Bonjour,\n\nQui connaît la situation de {file.participant.code} a répondu. Il reste à "
        f"voir les justificatifs.\n\n{_address('participants:show', file.pk)}",
    )
    return _mail(message, file.facilitator_id, now)


def _file(file_id: int) -> EligibilityFile | None:
    rows = EligibilityFile.objects.select_related("participant", "verdict")
    return rows.filter(pk=file_id).first()


def _address(name: str, *arguments: object) -> str:
    return f"{settings.ADDRESS}{reverse(name, args=arguments)}"


def _mail(message: Message, organisation_id: int, now: datetime) -> int:
    """To the administrators of the space."""
    seats = Seat.objects.filter(
        organisation_id=organisation_id, is_admin=True, person__is_active=True
    )
    addresses = seats.order_by("pk").values_list("person__email", flat=True)
    signed = replace(message, body=message.body + BYE.format(committee=settings.COMMITTEE))
    return send_each(signed.to_each(addresses), now=now)
