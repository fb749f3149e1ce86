"""The mail that invites a company to open its space, about the state of things when it leaves."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse

from perenne.domain.organisations.queries.reaching import mailbox_of
from perenne.domain.procurement.models import Party
from perenne.kit.mails.kinds import declare
from perenne.kit.mails.sending import Message, send

INVITED = declare("procurement.invited", "Invitation d’une entreprise")


def send_invitation_to_party(*, party_id: int, now: datetime) -> bool:
    """Whether it left: not when the company was linked, or its address taken away, meanwhile."""
    party = Party.objects.filter(pk=party_id, organisation=None).select_related("contract").first()
    if party is None or not party.email:
        return False
    door = f"{settings.ADDRESS}{reverse('organisations:choose')}"
    body = (
        f"Bonjour,\n\n{party.name} est dans le marché « {party.contract} », qui porte une clause "
        "sociale d’insertion. Son suivi se fait sur Pérenne.\n\nOuvrez l’espace de votre "
        f"entreprise, avec son numéro SIRET :\n\n{door}\n\nVotre facilitateur reliera ensuite cet "
        "espace au marché. Si ce message ne vous concerne pas, il n’y a rien à faire.\n\n"
        f"Pérenne, la plateforme du {settings.COMMITTEE}"
    )
    message = Message(
        INVITED,
        f"party/{party.pk}",
        party.email,
        f"« {party.contract.object} », clause d’insertion : ouvrez l’espace de {party.name}",
        body,
        reply_to=mailbox_of(party.contract.facilitator_id),
    )
    return send(message, now=now)
