"""The answer alone: what other apps, companies and buyers may know of a person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from perenne.domain.participants.models import Participant, Verdict
from perenne.domain.participants.queries.persons import records_of


@dataclass(frozen=True, slots=True)
class VerdictCard:
    """Yes or no, both days included, and whether a proof was seen: never why."""

    id: int
    participant_id: int
    is_eligible: bool
    starts_on: date | None
    ends_on: date | None
    certified: bool
    verified_on: date


def verdict_for(participant_id: int, on: date) -> VerdictCard | None:
    """The one that stands on that day; None when nobody said yes for it."""
    found = standing(participant_id, on)
    return card_of(found) if found else None


def codes_of(ids: Iterable[int]) -> Mapping[int, str]:
    """The pseudonyms of these persons."""
    return dict(Participant.objects.filter(pk__in=list(ids)).values_list("pk", "code"))


def standing(participant_id: int, on: date) -> Verdict | None:
    return standing_within(participant_id, on, on)


def standing_within(participant_id: int, first: date, last: date) -> Verdict | None:
    """The first yes, not taken back, that covers one of these days."""
    rows = Verdict.objects.filter(
        participant__in=records_of(participant_id), is_eligible=True, withdrawn_at=None
    )
    return rows.filter(starts_on__lte=last, ends_on__gte=first).order_by("starts_on").first()


def latest_yes(participant_id: int) -> VerdictCard | None:
    """The yes that ends last, not taken back: the clock of the entitlement."""
    rows = Verdict.objects.filter(
        participant__in=records_of(participant_id), is_eligible=True, withdrawn_at=None
    )
    found = rows.order_by("ends_on").last()
    return card_of(found) if found else None


def has_standing(participant_id: int) -> bool:
    return Verdict.objects.filter(
        participant_id=participant_id, is_eligible=True, withdrawn_at=None
    ).exists()


def card_of(row: Verdict) -> VerdictCard:
    return VerdictCard(
        row.pk,
        row.participant_id,
        row.is_eligible,
        row.starts_on,
        row.ends_on,
        row.certified,
        row.verified_on,
    )
