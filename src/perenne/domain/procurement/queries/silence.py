"""A consultation whose date has gone by without news: the failure that is told most."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q

from perenne.domain.procurement.models import Consultation, Lot
from perenne.domain.procurement.policy import CONSULTATIONS
from perenne.domain.procurement.states import LotState
from perenne.kit.actors import Actor


@dataclass(frozen=True, slots=True)
class Silence:
    """A date that has gone by without news: what to ask the buyer."""

    consultation_id: int
    object: str
    buyer: str
    buyer_id: int
    facilitator_id: int
    since: date
    sentence: str


def with_lot(state: LotState) -> Exists:
    return Exists(Lot.objects.filter(consultation=OuterRef("pk"), state=state))


def unpublished(on: date) -> Q:
    """Its publication was expected before this day, and a lot of it is still in preparation."""
    return Q(with_lot(LotState.PREPARED), publish_on__lt=on)


def unawarded(on: date) -> Q:
    """Its award was expected before this day, and a lot of it is still out to tender.

    Without an expected award, the day on which bids are due says when to ask.
    """
    late = Q(award_on__lt=on) | Q(award_on=None, bids_due_on__lt=on)
    return Q(with_lot(LotState.PUBLISHED)) & late


def silent(on: date) -> Q:
    return unpublished(on) | unawarded(on)


def silent_consultations(on: date, *, seen_by: Actor) -> tuple[Silence, ...]:
    """A clause forgotten between publication and award is the failure that is told most.

    The longest silence first; one query.
    """
    rows = (
        CONSULTATIONS.rows("consultation.view", seen_by)
        .filter(silent(on))
        .annotate(is_to_publish=with_lot(LotState.PREPARED))
        .select_related("buyer")
    )
    found = [_silence(row, on) for row in rows]
    return tuple(sorted(found, key=lambda silence: (silence.since, silence.consultation_id)))


def _silence(row: Any, on: date) -> Silence:
    waits = row.is_to_publish and row.publish_on is not None and row.publish_on < on
    since = row.publish_on if waits else row.award_on or row.bids_due_on
    return Silence(
        consultation_id=row.pk,
        object=row.object,
        buyer=row.buyer.name,
        buyer_id=row.buyer_id,
        facilitator_id=row.facilitator_id,
        since=since,
        sentence=_told(waits=waits, award=row.award_on is not None),
    )


def _told(*, waits: bool, award: bool) -> str:
    if waits:
        return "La date de publication est passée : est-elle parue ?"
    what = "d’attribution" if award else "de remise des offres"
    return f"La date {what} est passée : qui a été retenu ?"


def silence_of(row: Consultation, on: date, *, prepared: int, published: int) -> str:
    """The same, of a row whose lots were counted; empty when there is nothing to ask."""
    if prepared and row.publish_on and row.publish_on < on:
        return _told(waits=True, award=False)
    expected = row.award_on or row.bids_due_on
    if published and expected and expected < on:
        return _told(waits=False, award=row.award_on is not None)
    return ""
