"""The link by which a party answers without an account, and what it opens now."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from django.utils.crypto import salted_hmac
from django.utils.timezone import localdate

from perenne.domain.clauses.models import CommitmentShare
from perenne.domain.clauses.states import ACCEPTED, PROPOSED, CommitmentState
from perenne.domain.organisations.queries import Contact, contact_at
from perenne.domain.organisations.queries.invitations import print_of
from perenne.values import Hours

LIFETIME = timedelta(days=30)
SPACING = timedelta(days=3)
"""Before that, whoever was written to is left to answer: a new link closes the one they have."""


class Offer(Enum):
    """What to do next is said to whoever holds a link that opens nothing."""

    OPEN = ""
    EXPIRED = (
        "Ce lien n’est plus valable : il sert pendant trente jours. Demandez à l’entreprise qui "
        "vous confie ces heures de vous le renvoyer."
    )
    ANSWERED = (
        "Votre réponse est déjà enregistrée. Pour en changer, voyez avec l’entreprise qui vous "
        "confie ces heures, ou avec le facilitateur."
    )
    WITHDRAWN = (
        "L’entreprise qui vous confiait ces heures les a reprises : vous n’avez rien à faire."
    )
    UNKNOWN = (
        "Ce lien n’est pas reconnu : ouvrez celui du dernier courriel reçu, en entier, ou "
        "demandez-en un nouveau."
    )

    @property
    def sentence(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class OfferCard:
    """What the page behind a link may say: nothing of anybody when it opens nothing."""

    offer: Offer
    share_id: int = 0
    hours: Hours | None = None
    party: str = ""
    giver: str = ""
    contract: str = ""
    reference: str = ""
    buyer: str = ""
    starts_on: date | None = None
    facilitator: Contact | None = None
    until: date | None = None


def token_of(seed: str) -> str:
    """The secret of the link. The database alone does not make it: it takes the house’s key."""
    return salted_hmac("perenne.share", seed, algorithm="sha256").hexdigest()


def state_of_offer(share: CommitmentShare | None, now: datetime) -> Offer:
    if share is None or share.expires_at is None:
        return Offer.UNKNOWN
    if share.state != PROPOSED:
        answered = share.state == ACCEPTED or share.answered_on is not None
        return Offer.ANSWERED if answered else Offer.WITHDRAWN
    if share.commitment.state == CommitmentState.CLOSED:
        return Offer.WITHDRAWN
    return Offer.OPEN if now < share.expires_at else Offer.EXPIRED


def share_behind(token: str) -> CommitmentShare | None:
    found = CommitmentShare.objects.filter(token_print=print_of(token))
    return found.select_related("commitment__contract__buyer", "party", "parent__party").first()


def offer_behind(token: str, *, now: datetime) -> OfferCard:
    """Three queries at most."""
    share = share_behind(token)
    offer = state_of_offer(share, now)
    if share is None or share.parent is None or share.expires_at is None or offer is not Offer.OPEN:
        return OfferCard(offer)
    contract = share.commitment.contract
    return OfferCard(
        offer=offer,
        share_id=share.pk,
        hours=Hours(share.minutes),
        party=share.party.name,
        giver=share.parent.party.name,
        contract=contract.object,
        reference=contract.reference,
        buyer=contract.buyer.name,
        starts_on=contract.starts_on,
        facilitator=contact_at(contract.facilitator_id),
        until=localdate(share.expires_at),
    )
