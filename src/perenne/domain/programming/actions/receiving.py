"""A file arrives; its doubtful headings are asked; then it is screened, at once or in a job."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from perenne.domain.programming.actions.screening import screen_programme
from perenne.domain.programming.models import HeadingMemory, Programme
from perenne.domain.programming.policy import PROGRAMMES
from perenne.domain.programming.queries.files import reading_of, remembered_by
from perenne.domain.programming.queries.reading import ReadProgramme, programme_in
from perenne.domain.programming.states import PROGRAMME_LIFE, ProgrammeState
from perenne.kit.actors import Actor, Role
from perenne.kit.files.keeping import store
from perenne.kit.files.naming import fit
from perenne.kit.files.receiving import receive
from perenne.kit.files.uses import Use
from perenne.kit.french import Column
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.sheets import read
from perenne.rules.needs import BuyerKind
from perenne.values import fold

MOST_LINES_AT_ONCE = 1_200
"""Above, the screening is a job, and the page shows its progress."""


@dataclass(frozen=True, slots=True)
class SentFile:
    content: bytes
    name: str
    declared: str = ""
    """The type that the browser gave: told when it lies, never believed."""


def receive_programme(
    file: SentFile, *, title: str, buyer_kind: BuyerKind, by: Actor, today: date
) -> UUID:
    """The programme's id. Refused, in French, when the file cannot be read."""
    PROGRAMMES.admit("programme.receive", by)
    workbook = read(file.content, file.name)
    remembered = remembered_by(by.organisation_id if by.role is Role.BUYER else None)
    found = programme_in(workbook, remembered=remembered, answers={})
    received = receive(file.content, file.name, Use.PROGRAMME, file.declared)
    with transaction.atomic():
        programme = Programme.objects.create(
            title=title.strip()[:200] or fit(file.name),
            buyer_id=by.organisation_id if by.role is Role.BUYER else None,
            visitor_key="" if by.role is Role.BUYER else by.visitor_key,
            buyer_kind=buyer_kind.value,
            file=store(received),
            received_on=today,
            state=ProgrammeState.ASKING if found.doubts else ProgrammeState.READING,
            notes=list(found.notes),
            lines_total=found.lines_total,
        )
        record("programme.receive", programme, by=by)
        _screen_later(programme, found)
    _screen_now(programme, found, by=by, today=today)
    return programme.pk


def match_headings(
    *, programme_id: UUID, answers: Mapping[str, Mapping[str, str]], by: Actor, today: date
) -> None:
    """`answers`: sheet name → column index → Column, or "" for a column of no use.

    A buyer's answers are remembered for the next file with the same headings.
    """
    with transaction.atomic():
        programme = PROGRAMMES.take("programme.match_headings", by, programme_id)
        asked = reading_of(programme)
        programme.answers = {sheet: dict(said) for sheet, said in answers.items()}
        programme.state = PROGRAMME_LIFE.after(
            "programme.match_headings", ProgrammeState(programme.state)
        )
        found = reading_of(programme)
        programme.save(update_fields=["answers", "state"])
        record("programme.match_headings", programme, by=by)
        if programme.buyer_id:
            remember(programme.buyer_id, asked, answers)
        _screen_later(programme, found)
    _screen_now(programme, found, by=by, today=today)


def remember(buyer_id: int, asked: ReadProgramme, answers: Mapping[str, Mapping[str, str]]) -> None:
    """Keep what a buyer said of headings that were doubtful, by their folded text."""
    meanings = {
        fold(doubt.heading_text)[:200]: answers.get(sheet, {}).get(str(doubt.index), "")
        for sheet, doubt in asked.doubts
        if fold(doubt.heading_text)
    }
    HeadingMemory.objects.bulk_create(
        [
            HeadingMemory(buyer_id=buyer_id, heading=heading, column=column and Column(column))
            for heading, column in sorted(meanings.items())  # two files at once never deadlock
        ],
        update_conflicts=True,
        unique_fields=["buyer", "heading"],
        update_fields=["column"],
    )


def _long(found: ReadProgramme) -> bool:
    return found.lines_total > MOST_LINES_AT_ONCE


def _screen_later(programme: Programme, found: ReadProgramme) -> None:
    if programme.state == ProgrammeState.READING and _long(found):
        enqueue("programming.screen_programme", programme_id=str(programme.pk))


def _screen_now(programme: Programme, found: ReadProgramme, *, by: Actor, today: date) -> None:
    if programme.state == ProgrammeState.READING and not _long(found):
        screen_programme(programme_id=programme.pk, by=by, today=today)
