"""Offers are kept, left, withdrawn: what is kept is promised, and fills the need or a part."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from perenne.domain.sourcing.actions.opening import fill_when_found, locked_opening
from perenne.domain.sourcing.models import Offer, Opening
from perenne.domain.sourcing.policy import OFFERS
from perenne.domain.sourcing.queries.needs import covered_by, found_by
from perenne.domain.sourcing.states import OFFER_LIFE, OfferState
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.values import Hours

NOTHING_LEFT = "Toutes les heures de ce besoin sont trouvées : il n’y a plus rien à confier."


@dataclass(frozen=True, slots=True)
class Kept:
    """`promised`: the hours of the need that it takes; `is_filled`: they were the last ones."""

    promised: Hours
    is_filled: bool


@transaction.atomic
def keep_offer(*, offer_id: int, by: Actor, on: date, hours: Hours | None = None) -> Kept:
    """`hours`: the part that it takes, when several share the need; None: all that it covers and
    that is left. Refused when nothing is left, or when the part is more than either."""
    opening = _locked(offer_id)
    offer = OFFERS.take("offer.keep", by, offer_id)
    need, found = found_by(opening.pk)
    most = min(covered_by(need, offer), need.hours - found)
    if most <= Hours(0):
        raise Refused(NOTHING_LEFT)
    if hours is not None and not Hours(0) < hours <= most:
        raise Refused(f"Indiquez une part d’une minute à {most}.")
    offer.kept_minutes = (hours or most).minutes
    _settle("offer.keep", offer, opening, by, on)
    is_filled = fill_when_found(opening, by=by, on=on)
    return Kept(Hours(offer.kept_minutes), is_filled)


@transaction.atomic
def leave_offer(*, offer_id: int, by: Actor, on: date, reason: str = "") -> None:
    """The structure is told; the next wave may leave."""
    opening = _locked(offer_id)
    offer = OFFERS.take("offer.leave", by, offer_id)
    offer.reason = reason.strip()[:500]
    _settle("offer.leave", offer, opening, by, on)


@transaction.atomic
def withdraw_offer(*, offer_id: int, by: Actor, on: date, reason: str = "") -> None:
    """By the structure; a promise is then given back. A need that was filled stays so: those who
    opened it are told, and open another one for what is missing."""
    opening = _locked(offer_id)
    offer = OFFERS.take("offer.withdraw", by, offer_id)
    offer.reason = reason.strip()[:500]
    offer.kept_minutes = 0
    _settle("offer.withdraw", offer, opening, by, on)


def _locked(offer_id: int) -> Opening:
    """The need first, then the offer in the light of what others did meanwhile."""
    known = Offer.objects.filter(pk=offer_id).values_list("solicitation__opening_id", flat=True)
    opening_id = known.first()
    if opening_id is None:
        raise Refused("Cette offre n’existe plus : rechargez la page.")
    return locked_opening(opening_id)


def _settle(act: str, offer: Offer, opening: Opening, by: Actor, on: date) -> None:
    promised = offer.kept_minutes
    offer.state = OFFER_LIFE.after(act, OfferState(offer.state))
    offer.settled_on = on
    offer.save()
    structure = offer.solicitation.structure.name
    record(act, opening, by=by, structure=structure, persons=offer.persons, minutes=promised)
    enqueue("sourcing.tell_settled", offer_id=offer.pk)
