"""What is held about a person, as they see it and as they take it away."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from perenne.domain.people.models import Person
from perenne.domain.rights.models import Consent
from perenne.domain.rights.policy import PEOPLE
from perenne.domain.rights.queries.links import behind, withdraw_path
from perenne.domain.rights.queries.requests import RequestCard
from perenne.domain.rights.queries.texts import ConsentText, consent_text
from perenne.domain.rights.states import RequestKind, RequestState
from perenne.kit.actors import Actor
from perenne.kit.privacy.classes import Attachment
from perenne.kit.privacy.erasing import Line, foreseen
from perenne.kit.privacy.exporting import HeldTable, attachments_of, held_about
from perenne.kit.privacy.finding import Subject
from perenne.kit.privacy.register import objections
from perenne.kit.privacy.subjects import subject_at, subject_of
from perenne.kit.refusals import NotFound
from perenne.rules.retention import RecordKind

ACCOUNT = Person._meta.db_table
SHOWN = 20
"""Rows of each table on the page; the file has them all."""


@dataclass(frozen=True, slots=True)
class ConsentCard:
    id: int
    text: ConsentText
    means: str
    given_at: datetime
    withdrawn_at: datetime | None
    ended_on: date | None
    withdraw_path: str


def held_of(*, seen_by: Actor) -> list[HeldTable]:
    """The beginning of what is held: the account first, the journal last.

    Free texts are read through for the file only.
    """
    subject = subject_of(_self(seen_by), searching=False)
    held = held_about(subject, most=SHOWN, reading_texts=False)
    return sorted(held, key=lambda one: (one.name != ACCOUNT, one.keeps == RecordKind.JOURNAL))


@dataclass(frozen=True, slots=True)
class AccessFile:
    """Everything, and the files one by one."""

    held: list[HeldTable]
    attachments: Iterator[Attachment]


def access_file(*, seen_by: Actor) -> AccessFile:
    return _file_of(subject_of(_self(seen_by)))


def access_file_of_request(card: RequestCard) -> AccessFile:
    """Of somebody without an account, once their request for access is granted."""
    if not card.kind.gives_a_copy or card.state is not RequestState.ANSWERED:
        raise NotFound(card.id)
    return _file_of(subject_of_request(card))


def subject_of_request(card: RequestCard) -> Subject:
    return subject_at(card.email) if card.person_id is None else subject_of(card.person_id)


@dataclass(frozen=True, slots=True)
class Planned:
    """What an erasure would do, and what is held against it today."""

    lines: list[Line]
    against: list[str]


def erasure_planned(card: RequestCard) -> Planned:
    """Nothing, for a request of another kind."""
    if card.kind is not RequestKind.ERASURE:
        return Planned([], [])
    against = objections(card.person_id) if card.person_id else []
    return Planned(foreseen(subject_of_request(card)), against)


def consents_of(person_id: int) -> list[ConsentCard]:
    rows = Consent.objects.filter(person_id=person_id)
    return [_consent_card(row) for row in rows]


def consent_behind(key: str, purpose: str) -> ConsentCard:
    row = Consent.objects.filter(pk=behind(purpose, key)).first()
    if row is None:
        raise NotFound(key)
    return _consent_card(row)


def kept_for(kind: str) -> str:
    """The French label of a kind of record."""
    return RecordKind(kind).label


def _self(actor: Actor) -> int:
    """NotFound for whoever has no account."""
    row = PEOPLE.rows("data.view", actor).first()
    if not isinstance(row, Person):
        raise NotFound(actor)
    return row.pk


def _file_of(subject: Subject) -> AccessFile:
    """Never what is said of a homonym: nobody's file holds the data of somebody else."""
    theirs = subject.without_homonyms
    return AccessFile(held_about(theirs), attachments_of(theirs))


def _consent_card(row: Consent) -> ConsentCard:
    return ConsentCard(
        row.pk,
        consent_text(row.text, row.version),
        row.means,
        row.given_at,
        row.withdrawn_at,
        row.ended_on,
        withdraw_path(row.pk),
    )
