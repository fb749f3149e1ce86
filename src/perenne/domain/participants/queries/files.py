"""Files as the facilitator reads them: with the situation, the proofs, what the law says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, IntegerField, Value, When
from django.utils.timezone import localdate

from perenne.domain.organisations.queries import Contact, contact_at
from perenne.domain.participants.models import (
    EligibilityFile,
    FileLink,
    Knower,
    NoticeGiven,
    NoticeMeans,
    Verdict,
)
from perenne.domain.participants.policy import ANSWERING, FILES, VERDICTS
from perenne.domain.participants.queries.assessing import Assessed, assessed
from perenne.domain.participants.queries.duplicates import Duplicate, duplicates_of
from perenne.domain.participants.queries.facts import situation_shown
from perenne.domain.participants.queries.persons import records_of
from perenne.domain.participants.queries.verdicts import VerdictCard, card_of, standing
from perenne.domain.participants.states import ASKED, LACKING, WAITING, FileState
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, page_of
from perenne.kit.refusals import NotFound
from perenne.rules.eligibility import PROOFS, PUBLICS, EligibilityCategory, ProofKind
from perenne.values import fold

SIZE = 25
WITH = ("participant__commune", "asked_by", "contract")


@dataclass(frozen=True, slots=True)
class FileRow:
    id: int
    code: str
    name: str
    born_on: date | None
    asked_by: str
    contract: str
    hire_on: date
    state: FileState


@dataclass(frozen=True, slots=True)
class ProofRow:
    label: str
    dated_on: date
    valid_until: date | None
    seen_on: date


@dataclass(frozen=True, slots=True)
class ToldCard:
    """How the person was told what is done with her data."""

    means: str
    given_on: date


@dataclass(frozen=True, slots=True)
class SaidCard:
    """A question sent to who knows; `situation` empty until it is answered."""

    knower: str
    email: str
    asked_on: date
    answered_on: date | None
    situation: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FileCard:
    """`assessed` None once the person is erased; `verdict` that of the file, `standing` any."""

    row: FileRow
    participant_id: int
    sex: str
    email: str
    phone: str
    commune: str
    situation: Mapping[str, Any]
    claimed: tuple[EligibilityCategory, ...]
    lacking: tuple[str, ...]
    reason: str
    proofs: tuple[ProofRow, ...]
    assessed: Assessed | None
    duplicates: tuple[Duplicate, ...]
    verdict: VerdictCard | None
    withdrawn: bool
    ground: str
    standing: VerdictCard | None
    contact: Contact | None
    told: ToldCard | None
    said: tuple[SaidCard, ...]

    @property
    def is_waiting(self) -> bool:
        return self.row.state in WAITING


def answers_files(actor: Actor) -> bool:
    """Whether they answer questions, and not only ask them."""
    return actor.role in ANSWERING


def files_of(
    *, seen_by: Actor, page: int, state: FileState | None = None, words: str = ""
) -> Page[FileRow]:
    """Those to answer first, by the day of hiring; then the others, the newest first."""
    rows = FILES.rows("eligibility.view", seen_by).select_related(*WITH)
    if state is not None:
        rows = rows.filter(state=state)
    for word in fold(words).split():
        rows = rows.filter(participant__folded_name__contains=word)
    waits = Case(
        When(state=ASKED, then=Value(0)), When(state=LACKING, then=Value(1)), default=Value(2),
        output_field=IntegerField(),
    )  # fmt: skip
    return page_of(rows.order_by(waits, "hire_on", "pk"), page, size=SIZE, card_of=_row)


def counts_by_state(*, seen_by: Actor) -> Mapping[FileState, int]:
    rows = FILES.rows("eligibility.view", seen_by).order_by().values("state")
    return {FileState(row["state"]): row["many"] for row in rows.annotate(many=Count("pk"))}


def file_card(file_id: int, *, seen_by: Actor) -> FileCard:
    rows = FILES.rows("eligibility.view", seen_by).select_related(*WITH, "verdict")
    file = rows.prefetch_related("proofs").filter(pk=file_id).first()
    if file is None:
        raise NotFound
    person = file.participant
    verdict = getattr(file, "verdict", None)
    held = standing(person.pk, file.hire_on)
    return FileCard(
        row=_row(file),
        participant_id=person.pk,
        sex=person.get_sex_display(),
        email=person.email,
        phone=person.phone,
        commune=person.commune.name if person.commune else "",
        situation=situation_shown(file.situation),
        claimed=tuple(map(EligibilityCategory, file.claimed)),
        lacking=tuple(file.lacking),
        reason=file.reason,
        proofs=tuple(
            ProofRow(PROOFS[ProofKind(one.kind)].label, one.dated_on, one.valid_until, one.seen_on)
            for one in file.proofs.all()
        ),
        assessed=assessed(file) if person.born_on else None,
        duplicates=duplicates_of(person) if file.state in WAITING else (),
        verdict=card_of(verdict) if verdict else None,
        withdrawn=bool(verdict and verdict.withdrawn_at),
        ground=_ground_of(verdict),
        standing=card_of(held) if held else None,
        contact=contact_at(file.asked_by_id) if file.asked_by_id else None,
        told=_told(person.pk),
        said=_said(file),
    )


def _told(participant_id: int) -> ToldCard | None:
    rows = NoticeGiven.objects.filter(participant__in=records_of(participant_id))
    last = rows.order_by("given_on", "pk").last()
    return ToldCard(NoticeMeans(last.means).label, last.given_on) if last else None


def _said(file: EligibilityFile) -> tuple[SaidCard, ...]:
    rows = FileLink.objects.filter(file=file).order_by("pk")
    return tuple(
        SaidCard(
            Knower(row.knower).label,
            row.email,
            row.asked_on,
            localdate(row.answered_at) if row.answered_at else None,
            situation_shown(row.said),
        )
        for row in rows
    )


def file_to_take_back(file_id: int, verdict_id: int, *, seen_by: Actor) -> FileCard:
    """Whose verdict may be taken back."""
    rows = VERDICTS.rows("verdict.withdraw", seen_by)
    if not rows.filter(pk=verdict_id, file_id=file_id).exists():
        raise NotFound
    return file_card(file_id, seen_by=seen_by)


def _ground_of(verdict: Verdict | None) -> str:
    return PUBLICS[EligibilityCategory(verdict.ground)].label if verdict and verdict.ground else ""


def _row(file: EligibilityFile) -> FileRow:
    person = file.participant
    return FileRow(
        id=file.pk,
        code=person.code,
        name=f"{person.first_name} {person.last_name}".strip() or person.code,
        born_on=person.born_on,
        asked_by=file.asked_by.name if file.asked_by else "",
        contract=file.contract.object if file.contract else "",
        hire_on=file.hire_on,
        state=FileState(file.state),
    )
