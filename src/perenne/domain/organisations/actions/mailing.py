"""The mails of this app, each about the state of things when it leaves."""

from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localtime

from perenne.domain.organisations.models import Invitation, JoinRequest, Organisation, Seat
from perenne.domain.organisations.queries.invitations import Link, state_of_link, token_of
from perenne.domain.organisations.queries.reaching import mailbox_of
from perenne.domain.organisations.states import OrganisationState, RequestState
from perenne.kit.french.dates import written
from perenne.kit.journal.models import Entry
from perenne.kit.mails.kinds import declare
from perenne.kit.mails.sending import Message, send_each

INVITED = declare("organisations.invited", "Invitation à rejoindre un espace")
ASKED = declare("organisations.asked", "Demande d’accès à votre espace")
ANSWERED = declare("organisations.answered", "Réponse à votre demande d’accès")
JUDGED = declare("organisations.judged", "Vérification de votre organisme")
BYE = "\n\nPérenne, la plateforme du {committee}"
VERDICTS = {
    OrganisationState.VERIFIED: (
        "Votre espace est ouvert",
        "La coordination a vérifié « {name} » : tout votre espace est ouvert.\n\n{desk}",
    ),
    OrganisationState.REFUSED: (
        "Votre espace attend une correction",
        "La coordination n’a pas pu vérifier « {name} », pour cette raison :\n\n{reason}\n\n"
        "Corrigez ce qui doit l’être dans votre espace, puis présentez-le de nouveau.\n\n{desk}",
    ),
    OrganisationState.SUSPENDED: (
        "Votre espace est suspendu",
        "La coordination a suspendu l’espace de « {name} », pour cette raison :\n\n{reason}\n\n"
        "Écrivez-lui pour le rétablir.",
    ),
}


def send_invitation(*, invitation_id: int, now: datetime) -> bool:
    """Whether it left: not when it was withdrawn, accepted or renewed in the meantime."""
    found = Invitation.objects.filter(pk=invitation_id).select_related("organisation").first()
    if found is None or state_of_link(found, now) is not Link.OPEN:
        return False
    name = found.organisation.name
    until = written(localtime(found.expires_at), "l j F à G\\hi")
    link = _address("organisations:accept", token_of(found.seed))
    message = Message(
        INVITED,
        f"invitation/{found.pk}/{found.token_print[:8]}",
        found.email,
        f"Invitation à rejoindre l’espace de {name}",
        f"Bonjour,\n\n{name} vous invite à travailler avec ses équipes sur Pérenne.\n\n"
        f"Pour accepter, ouvrez ce lien, qui sert une seule fois, jusqu’au {until} :\n\n{link}\n\n"
        "Si vous n’attendiez pas ce message, il n’y a rien à faire : sans vous, rien ne s’ouvre.",
        reply_to=mailbox_of(found.organisation_id),
    )
    return _mail(message, [found.email], now) > 0


def send_request(*, request_id: int, now: datetime) -> None:
    """To the administrators: somebody asks for a seat."""
    asked = JoinRequest.objects.filter(pk=request_id, state=RequestState.ASKED)
    request = asked.select_related("organisation", "person").first()
    if request is None:
        return
    message = Message(
        ASKED,
        f"join_request/{request.pk}",
        "",
        f"Une personne demande à rejoindre l’espace de {request.organisation.name}",
        f"Bonjour,\n\n{request.person.full_name} ({request.person.email}) demande à travailler "
        f"dans l’espace de {request.organisation.name}.\n\nAcceptez ou refusez ici :\n\n"
        f"{_address('organisations:people', request.organisation_id)}",
    )
    _mail(message, _admins_of(request.organisation), now)


def send_answer(*, request_id: int, now: datetime) -> None:
    """To who asked for a seat."""
    found = JoinRequest.objects.filter(pk=request_id).select_related("organisation", "person")
    request = found.first()
    if request is None or request.state == RequestState.ASKED:
        return
    name = request.organisation.name
    words = (
        f"Vous travaillez désormais dans l’espace de {name} :\n\n{_address('desks:today')}"
        if request.state == RequestState.GRANTED
        else f"Les administrateurs de l’espace de {name} n’ont pas accepté votre demande. "
        "Voyez avec eux, puis demandez de nouveau si besoin."
    )
    about, subject = f"join_request/{request.pk}", f"Votre demande auprès de {name}"
    message = Message(ANSWERED, about, "", subject, f"Bonjour,\n\n{words}")
    _mail(message, [request.person.email], now)


def send_verdict(*, organisation_id: int, now: datetime) -> None:
    """To the administrators: what the coordination has decided, each time that it does."""
    found = Organisation.objects.filter(pk=organisation_id).first()
    said = VERDICTS.get(OrganisationState(found.state)) if found else None
    if found is None or said is None:
        return
    subject, words = said
    desk = _address("desks:today")
    told = words.format(name=found.name, reason=found.reason, desk=desk)
    entries = Entry.objects.filter(subject_type=found._meta.label_lower, subject_id=str(found.pk))
    last = entries.order_by("-pk").values_list("pk", flat=True).first()
    about = f"organisation/{found.pk}/{last}"
    message = Message(JUDGED, about, "", f"{subject} : {found.name}", f"Bonjour,\n\n{told}")
    _mail(message, _admins_of(found), now)


def _admins_of(organisation: Organisation) -> list[str]:
    seats = Seat.objects.filter(organisation=organisation, is_admin=True, person__is_active=True)
    return list(seats.order_by("pk").values_list("person__email", flat=True))


def _address(name: str, *arguments: object) -> str:
    return f"{settings.ADDRESS}{reverse(name, args=arguments)}"


def _mail(message: Message, to: list[str], now: datetime) -> int:
    closing = BYE.format(committee=settings.COMMITTEE)
    return send_each(replace(message, body=message.body + closing).to_each(to), now=now)
