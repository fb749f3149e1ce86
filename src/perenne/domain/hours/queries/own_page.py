"""Her own page, by the link that she was given: nothing for any other link, whatever is wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils.timezone import localdate

from perenne.domain.hours.queries.persons import (
    Job,
    Month,
    MonthLine,
    jobs_of,
    months_of,
    right_of,
    voices_of,
)
from perenne.domain.organisations.queries import Contact
from perenne.domain.participants.queries import VerdictCard
from perenne.domain.participants.queries.own import HeldFile, holder_of, own_file
from perenne.domain.participants.queries.verdicts import latest_yes
from perenne.kit.actors import Actor
from perenne.kit.refusals import NotFound
from perenne.rules.eligibility import Clock, clock
from perenne.rules.french import in_full


@dataclass(frozen=True, slots=True)
class OwnPage:
    """`held` None: the link does not open her file; `contact` None: nobody follows her yet."""

    first_name: str
    months: tuple[Month, ...]
    jobs: tuple[Job, ...]
    verdict: VerdictCard | None
    clock: Clock | None
    email: str
    phone: str
    held: HeldFile
    contact: Contact | None
    until: date

    @property
    def last_day(self) -> str:
        """Of her right, in words; "" when nobody said yes."""
        ends_on = self.verdict.ends_on if self.verdict else None
        return in_full(ends_on) if ends_on else ""


def line_of(sheet_id: int, *, seen_by: Actor, now: datetime) -> MonthLine:
    """The month that she speaks of; NotFound when it is not hers."""
    link = holder_of(seen_by, now=now)
    lines = [line for month in months_of(link.participant.pk) for line in month.lines]
    found = next((line for line in lines if line.sheet_id == sheet_id), None)
    if found is None:
        raise NotFound(sheet_id)
    return found


def own_page(*, seen_by: Actor, now: datetime) -> OwnPage:
    """`seen_by` holds the token. NotFound alike for a link unknown, late, or taken back."""
    link = holder_of(seen_by, now=now)
    person, on = link.participant, localdate(now)
    verdict, voices = latest_yes(person.pk), voices_of(person.pk)
    right = right_of(verdict)
    file = own_file(person.pk, opens=link.opens_file)
    return OwnPage(
        first_name=person.first_name,
        months=tuple(
            replace(
                month,
                lines=tuple(
                    replace(line, said=voices.get(line.sheet_id, ())) for line in month.lines
                ),
            )
            for month in months_of(person.pk)
        ),
        jobs=jobs_of(person.pk),
        verdict=verdict,
        clock=clock(right, on=on) if right else None,
        email=person.email,
        phone=person.phone,
        held=file,
        contact=file.contact,
        until=localdate(link.expires_at),
    )
