"""The link by which a structure answers without an account, and what it opens now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from django.utils.crypto import salted_hmac

from perenne.domain.directory.states import PRESCRIBER_KINDS
from perenne.domain.organisations.queries import Contact, contact_at
from perenne.domain.organisations.queries.invitations import print_of
from perenne.domain.sourcing.models import Offer, Solicitation
from perenne.domain.sourcing.queries.needs import RELATED, Need, need_of
from perenne.domain.sourcing.states import FILLED, OPEN, UNANSWERED, DeclineReason, OfferState
from perenne.values import Hours


class Link(Enum):
    """What to do next is said to whoever holds a link that opens nothing."""

    OPEN = ""
    ANSWERED = (
        "Votre réponse est enregistrée. Pour en changer, écrivez au facilitateur du marché en "
        "répondant au courriel."
    )
    FILLED = "Ce besoin est pourvu : vous n’avez rien à faire. Merci d’avoir regardé."
    OVER = "Ce besoin n’est plus d’actualité : vous n’avez rien à faire."
    UNKNOWN = (
        "Ce lien n’est pas reconnu : ouvrez celui du courriel reçu, en entier, ou écrivez au "
        "facilitateur qui vous l’a envoyé."
    )

    @property
    def sentence(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Offered:
    """`monthly`: none where as many hours as needed were offered."""

    persons: int
    monthly: Hours | None
    starts_on: date
    state: OfferState


@dataclass(frozen=True, slots=True)
class Answered:
    """What was answered: an offer, or why not, and until when to be left in peace."""

    on: date
    offered: Offered | None
    declined: str
    quiet_until: date | None


@dataclass(frozen=True, slots=True)
class ReplyCard:
    """What the page behind a link may say: nothing of anybody when it opens nothing, but to whoever
    answered their own answer.

    `monthly`: the hours that the need asks of one person each month, to begin with.
    """

    link: Link
    solicitation_id: int = 0
    structure: str = ""
    is_prescriber: bool = False
    need: Need | None = None
    answer_by: date | None = None
    monthly: Hours | None = None
    facilitator: Contact | None = None
    answered: Answered | None = None


def token_of(seed: str) -> str:
    """The secret of the link. The database alone does not make it: it takes the house’s key."""
    return salted_hmac("perenne.solicitation", seed, algorithm="sha256").hexdigest()


def state_of_link(row: Solicitation | None) -> Link:
    if row is None:
        return Link.UNKNOWN
    if row.answered_on is not None:
        return Link.ANSWERED
    if row.opening.state == FILLED:
        return Link.FILLED
    return Link.OPEN if row.opening.state == OPEN and row.state in UNANSWERED else Link.OVER


def solicitation_behind(token: str) -> Solicitation | None:
    found = Solicitation.objects.filter(token_print=print_of(token))
    of_the_need = (f"opening__{name}" for name in RELATED)
    return found.select_related("structure", "offer", *of_the_need).first()


def solicitation_by_link(token: str) -> ReplyCard:
    """Two queries at most."""
    row = solicitation_behind(token)
    link = state_of_link(row)
    if row is None or link is not Link.OPEN:
        return ReplyCard(link, answered=answered_by(row) if row else None)
    return reply_card(row)


def reply_card(row: Solicitation) -> ReplyCard:
    need = need_of(row.opening)
    return ReplyCard(
        state_of_link(row),
        row.pk,
        row.structure.name,
        is_prescriber(row.structure.kind),
        need,
        row.answer_by,
        a_month_of(need),
        contact_at(need.facilitator_id),
        answered_by(row),
    )


def answered_by(row: Solicitation) -> Answered | None:
    """Of a row read with its offer."""
    if row.answered_on is None:
        return None
    offer: Offer | None = getattr(row, "offer", None)
    return Answered(
        row.answered_on,
        _offered(offer) if offer else None,
        DeclineReason(row.reason).label if row.reason else "",
        row.quiet_until,
    )


def _offered(offer: Offer) -> Offered:
    monthly = Hours(offer.minutes_per_month) if offer.minutes_per_month else None
    return Offered(offer.persons, monthly, offer.starts_on, OfferState(offer.state))


def is_prescriber(kind: str) -> bool:
    return kind in PRESCRIBER_KINDS


def a_month_of(need: Need) -> Hours:
    """Of one person: the week times 52, over 12; no more than what is needed in all."""
    return min(need.hours, Hours(need.weekly.minutes * 52 // 12 // 60 * 60 or 60))
