"""One person, whatever records of theirs were merged; and what they were told."""

from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from perenne.domain.participants.models import NoticeGiven, Participant


def records_of(participant_id: int) -> "QuerySet[Participant, Any]":
    """The keys of all the records of the person of this one: to be asked within another query."""
    whole = Participant.objects.filter(pk=participant_id).values(
        whole=Coalesce("merged_into_id", "pk")
    )
    return Participant.objects.filter(Q(pk__in=whole) | Q(merged_into__in=whole)).values("pk")


def was_informed(participant_id: int) -> bool:
    """Whether somebody told them what is done with their data (GDPR, articles 13 and 14)."""
    return NoticeGiven.objects.filter(participant__in=records_of(participant_id)).exists()
