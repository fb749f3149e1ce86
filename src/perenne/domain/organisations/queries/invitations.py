"""The link of an invitation: what it is made of, and what it opens now."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from hashlib import sha256

from django.utils.crypto import salted_hmac

from perenne.domain.organisations.models import Invitation, Kind
from perenne.domain.organisations.states import InvitationState

LIFETIME = timedelta(hours=72)


class Link(Enum):
    """What to do next is said to whoever holds a link that opens nothing."""

    OPEN = ""
    EXPIRED = (
        "Cette invitation n’est plus valable : un lien sert pendant 72 heures. "
        "Demandez à votre collègue de vous la renvoyer."
    )
    USED = (
        "Cette invitation a déjà servi. Si c’est vous qui l’avez acceptée, connectez-vous : "
        "votre espace vous attend."
    )
    WITHDRAWN = (
        "Cette invitation a été retirée par l’organisme qui vous l’avait envoyée. "
        "Voyez avec lui, puis demandez-en une nouvelle si besoin."
    )
    UNKNOWN = (
        "Ce lien n’est pas reconnu : ouvrez celui du dernier courriel reçu, en entier, "
        "ou demandez une nouvelle invitation."
    )

    @property
    def sentence(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class InvitationCard:
    """What the page behind a link may say: nothing of anybody when it opens nothing."""

    link: Link
    organisation: str = ""
    kind_label: str = ""
    email: str = ""
    is_admin: bool = False


def token_of(seed: str) -> str:
    """The secret of the link. The database alone does not make it: it takes the house’s key."""
    return salted_hmac("perenne.invitation", seed, algorithm="sha256").hexdigest()


def print_of(token: str) -> str:
    """All that is looked for: a token cannot be made from it."""
    return sha256(token.encode()).hexdigest()


def state_of_link(invitation: Invitation | None, now: datetime) -> Link:
    if invitation is None:
        return Link.UNKNOWN
    if invitation.state == InvitationState.ACCEPTED:
        return Link.USED
    if invitation.state == InvitationState.WITHDRAWN:
        return Link.WITHDRAWN
    return Link.OPEN if now < invitation.expires_at else Link.EXPIRED


def invitation_behind(token: str, *, now: datetime) -> InvitationCard:
    found = Invitation.objects.filter(token_print=print_of(token)).select_related("organisation")
    invitation = found.first()
    link = state_of_link(invitation, now)
    if invitation is None or link is not Link.OPEN:
        return InvitationCard(link)
    return InvitationCard(
        link,
        invitation.organisation.name,
        Kind(invitation.organisation.kind).label,
        invitation.email,
        invitation.is_admin,
    )
