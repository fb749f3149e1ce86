"""The link by which a statement is declared without an account, and what it opens now.

It opens one statement. Without a space, the sheets of the contracts that name its address; with
one, all of them as long as its address is of somebody there. A space linked meanwhile closes it.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from django.utils.crypto import salted_hmac

from perenne.domain.hours.models import StatementLink
from perenne.domain.hours.policy import standing
from perenne.domain.organisations.queries.invitations import print_of

LIFETIME = timedelta(days=30)


class Door(Enum):
    """What to do next is said to whoever holds a link that opens nothing."""

    OPEN = ""
    EXPIRED = (
        "Ce lien n’est plus valable : il sert pendant trente jours. Demandez-en un nouveau, qui "
        "arrivera à la même adresse."
    )
    REVOKED = "Ce lien a été retiré. Pour déclarer, voyez avec le facilitateur du marché."
    OF_A_SPACE = (
        "Votre entreprise a maintenant son espace : connectez-vous pour y déclarer vos heures."
    )
    UNKNOWN = (
        "Ce lien n’est pas reconnu : ouvrez celui du dernier courriel reçu, en entier, ou voyez "
        "avec le facilitateur du marché."
    )

    @property
    def sentence(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class LinkCard:
    """Nothing of anybody when it opens nothing."""

    door: Door
    statement_id: int = 0
    month: date | None = None


def token_of(seed: str) -> str:
    """The secret of the link. The database alone does not make it: it takes the house’s key."""
    return salted_hmac("perenne.statement", seed, algorithm="sha256").hexdigest()


def link_behind(token: str, *, now: datetime) -> LinkCard:
    """Two queries at most."""
    link = StatementLink.objects.filter(token_print=print_of(token)).first()
    if link is None:
        return LinkCard(Door.UNKNOWN)
    if link.revoked_at is not None:
        return LinkCard(Door.REVOKED)
    row = standing(token).values_list("statement_id", "statement__month", "expires_at").first()
    if row is None:
        return LinkCard(Door.OF_A_SPACE if link.organisation_id is None else Door.REVOKED)
    statement_id, month, until = row
    return LinkCard(Door.OPEN, statement_id, month) if now < until else LinkCard(Door.EXPIRED)
