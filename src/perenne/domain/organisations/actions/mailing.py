"""The mails of this app, each about the state of things when it leaves."""

from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from perenne.domain.organisations.models import Invitation, JoinRequest, Organisation, Seat
from perenne.domain.organisations.queries.invitations import Link, state_of_link, token_of
from perenne.domain.organisations.states import OrganisationState, RequestState

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
    until = date_format(localtime(found.expires_at), "l j F à G\\hi")
    link = _address("organisations:accept", token_of(found.seed))
    _mail(
        f"Invitation à rejoindre l’espace de {name}",
        f"Bonjour,\n\n{name} vous invite à travailler avec ses équipes sur Pérenne.\n\n"
        f"Pour accepter, ouvrez ce lien, qui sert une seule fois, jusqu’au {until} :\n\n{link}\n\n"
        "Si vous n’attendiez pas ce message, il n’y a rien à faire : sans vous, rien ne s’ouvre.",
        [found.email],
    )
    return True


def send_request(*, request_id: int) -> None:
    """To the administrators: somebody asks for a seat."""
    asked = JoinRequest.objects.filter(pk=request_id, state=RequestState.ASKED)
    request = asked.select_related("organisation", "person").first()
    if request is None:
        return
    _mail(
        f"{request.person.full_name} demande à rejoindre votre espace",
        f"Bonjour,\n\n{request.person.full_name} ({request.person.email}) demande à travailler "
        f"dans l’espace de {request.organisation.name}.\n\nAcceptez ou refusez ici :\n\n"
        f"{_address('organisations:people', request.organisation_id)}",
        _admins_of(request.organisation),
    )


def send_answer(*, request_id: int) -> None:
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
    _mail(f"Votre demande auprès de {name}", f"Bonjour,\n\n{words}", [request.person.email])


def send_verdict(*, organisation_id: int) -> None:
    """To the administrators: what the coordination has decided."""
    found = Organisation.objects.filter(pk=organisation_id).first()
    said = VERDICTS.get(OrganisationState(found.state)) if found else None
    if found is None or said is None:
        return
    subject, words = said
    desk = _address("desks:today")
    told = words.format(name=found.name, reason=found.reason, desk=desk)
    _mail(subject, f"Bonjour,\n\n{told}", _admins_of(found))


def _admins_of(organisation: Organisation) -> list[str]:
    seats = Seat.objects.filter(organisation=organisation, is_admin=True, person__is_active=True)
    return list(seats.order_by("pk").values_list("person__email", flat=True))


def _address(name: str, *arguments: object) -> str:
    return f"{settings.ADDRESS}{reverse(name, args=arguments)}"


def _mail(subject: str, body: str, to: list[str]) -> None:
    """One mail each: nobody reads the address of another."""
    for address in to:
        closing = BYE.format(committee=settings.COMMITTEE)
        one_line = " ".join(subject.split())
        EmailMessage(one_line, body + closing, to=[address]).send()
