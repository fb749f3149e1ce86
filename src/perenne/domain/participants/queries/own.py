"""What she may read of her own file, behind her link; and who to call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from perenne.domain.organisations.queries import Contact, contact_at
from perenne.domain.participants.models import (
    EligibilityFile,
    NoticeGiven,
    PersonalLink,
    Verdict,
)
from perenne.domain.participants.policy import FILE_LINKS, PARTICIPANTS
from perenne.domain.participants.queries.persons import records_of
from perenne.kit.actors import Actor
from perenne.kit.refusals import NotFound
from perenne.rules.eligibility import PROOFS, PUBLICS, EligibilityCategory, ProofKind


@dataclass(frozen=True, slots=True)
class HeldProof:
    label: str
    seen_on: date


@dataclass(frozen=True, slots=True)
class HeldFile:
    """`opens` False: grounds and proofs are left out, and told to be asked for."""

    opens: bool
    asked_on: date | None
    grounds: tuple[str, ...]
    proofs: tuple[HeldProof, ...]
    informed_on: date | None
    contact: Contact | None


def holder_of(actor: Actor, *, now: datetime) -> PersonalLink:
    """The link held, with its person; a record merged meanwhile still leads to the page."""
    people = PARTICIPANTS.rows("own_page.view", actor).filter(erased_on=None)
    link = (
        PersonalLink.objects.select_related("participant__merged_into")
        .filter(participant__in=people, revoked_at=None, expires_at__gt=now)
        .first()
    )
    if link is None:
        raise NotFound
    link.participant = link.participant.merged_into or link.participant
    return link


def own_file(participant_id: int, *, opens: bool) -> HeldFile:
    """Five queries at most."""
    records = records_of(participant_id)
    files = list(
        EligibilityFile.objects.filter(participant__in=records)
        .prefetch_related("proofs")
        .order_by("-asked_at", "-pk")
    )
    told = NoticeGiven.objects.filter(participant__in=records).order_by("given_on").last()
    return HeldFile(
        opens=opens,
        asked_on=localdate(files[0].asked_at) if files else None,
        grounds=_grounds(participant_id) if opens else (),
        proofs=tuple(
            HeldProof(PROOFS[ProofKind(one.kind)].label, one.seen_on)
            for file in files
            for one in file.proofs.all()
        )
        if opens
        else (),
        informed_on=told.given_on if told else None,
        contact=contact_at(files[0].facilitator_id) if files else None,
    )


def _grounds(participant_id: int) -> tuple[str, ...]:
    rows = Verdict.objects.filter(
        participant__in=records_of(participant_id), is_eligible=True, withdrawn_at=None
    ).exclude(ground="")
    codes = rows.order_by("starts_on").values_list("ground", flat=True)
    return tuple(PUBLICS[EligibilityCategory(code)].label for code in codes)


@dataclass(frozen=True, slots=True)
class QuestionCard:
    """What the page behind the link of a question says: for whom, and nothing of the situation."""

    first_name: str
    knower: str
    facilitator: Contact
    until: date


def question_behind(*, seen_by: Actor, now: datetime) -> QuestionCard:
    """`seen_by` holds the token. NotFound alike for a link unknown, late, or answered already."""
    rows = FILE_LINKS.rows("eligibility.say_situation", seen_by).filter(expires_at__gt=now)
    link = rows.select_related("file__participant").first()
    if link is None:
        raise NotFound
    return QuestionCard(
        first_name=link.file.participant.first_name,
        knower=link.knower,
        facilitator=contact_at(link.file.facilitator_id),
        until=localdate(link.expires_at),
    )
