"""The mails of a question: they name nobody and say no criterion, whoever reads them."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from perenne.domain.organisations.models import Seat
from perenne.domain.participants.models import EligibilityFile
from perenne.domain.participants.queries.answers import answer_in
from perenne.domain.participants.states import ASKED, WAITING

BYE = "\n\nPérenne, la plateforme du {committee}"


def send_asked(*, file_id: int) -> int:
    """To the facilitator; none once it was answered meanwhile. How many mails left."""
    file = _file(file_id)
    if file is None or file.state != ASKED or file.asked_by_id == file.facilitator_id:
        return 0
    return _mail(
        f"Éligibilité à vérifier : {file.participant.code}",
        f"Bonjour,\n\nUne vérification est demandée pour la personne {file.participant.code}, "
        f"avant son embauche.\n\n{_address('participants:show', file.pk)}",
        file.facilitator_id,
    )


def send_answer(*, file_id: int) -> int:
    """To whoever asked: the answer and its days, on their page; the mail says only which one."""
    file = _file(file_id)
    if file is None or file.asked_by_id in {None, file.facilitator_id}:
        return 0
    return _mail(
        f"Éligibilité de {file.participant.code} : réponse du facilitateur",
        f"Bonjour,\n\n{answer_in(file).sentence}\n\n{_address('participants:answer', file.pk)}",
        file.asked_by_id or 0,
    )


def send_said(*, file_id: int) -> int:
    """To the facilitator: somebody who knows the situation has said it; the mail says nothing."""
    file = _file(file_id)
    if file is None or file.state not in WAITING:
        return 0
    return _mail(
        f"Éligibilité de {file.participant.code} : la situation est dite",
        f"Bonjour,\n\nQui connaît la situation de {file.participant.code} a répondu. Il reste à "
        f"voir les justificatifs.\n\n{_address('participants:show', file.pk)}",
        file.facilitator_id,
    )


def _file(file_id: int) -> EligibilityFile | None:
    rows = EligibilityFile.objects.select_related("participant", "verdict")
    return rows.filter(pk=file_id).first()


def _address(name: str, *arguments: object) -> str:
    return f"{settings.ADDRESS}{reverse(name, args=arguments)}"


def _mail(subject: str, body: str, organisation_id: int) -> int:
    """One mail each, to the administrators of the space."""
    seats = Seat.objects.filter(
        organisation_id=organisation_id, is_admin=True, person__is_active=True
    )
    closing = BYE.format(committee=settings.COMMITTEE)
    addresses = seats.order_by("pk").values_list("person__email", flat=True)
    return sum(EmailMessage(subject, body + closing, to=[one]).send() for one in addresses)
