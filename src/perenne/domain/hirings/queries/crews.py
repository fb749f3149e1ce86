"""Who works for a company in a month, with the days on which their hours count."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.models.hirings import AFTER_THE_GREEN_LIGHT
from perenne.domain.hirings.policy import HIRINGS
from perenne.kit.actors import Actor
from perenne.values import Period, add_months


@dataclass(frozen=True, slots=True)
class CrewMember:
    """`days`: those of the month on which the hours count."""

    hiring_id: int
    commitment_id: int
    participant_id: int
    code: str
    first_name: str
    last_name: str
    job_title: str
    days: Period


def crew_of(siret: str, month: date, *, seen_by: Actor) -> tuple[CrewMember, ...]:
    """By name; those whose green light has not come yet are not of it."""
    rows = (
        HIRINGS.rows("hiring.view", seen_by)
        .filter(counting_in(month), party__siret=siret)
        .select_related("participant")
        .order_by("participant__last_name", "participant__first_name", "pk")
    )
    return tuple(_member(row, month) for row in rows)


def counting_in(month: date) -> Q:
    """Hirings that have a day in that month from which hours count."""
    return Q(
        Q(ends_on__isnull=True) | Q(ends_on__gte=month),
        state__in=AFTER_THE_GREEN_LIGHT,
        counts_from__lt=add_months(month, 1),
    )


def counted_days(hiring: Hiring, month: date) -> Period:
    """Empty (its end before its start) when nothing of the month counts."""
    after = add_months(month, 1)
    end = after if hiring.ends_on is None else min(after, hiring.ends_on + timedelta(1))
    return Period(max(month, hiring.counts_from or after), end)


def _member(row: Hiring, month: date) -> CrewMember:
    person = row.participant
    return CrewMember(
        hiring_id=row.pk,
        commitment_id=row.commitment_id,
        participant_id=row.participant_id,
        code=person.code,
        first_name=person.first_name,
        last_name=person.last_name,
        job_title=row.job_title,
        days=counted_days(row, month),
    )
