"""One sheet of the facilitator: the facts, a proof just seen, and what is answered, at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db import transaction

from perenne.domain.participants.actions.answering import (
    confirm_eligibility,
    refuse_eligibility,
)
from perenne.domain.participants.actions.checking import (
    SeenProof,
    ask_for_proofs,
    note_proof,
    state_facts,
)
from perenne.domain.participants.actions.informing import give_notice
from perenne.domain.participants.models import NoticeMeans
from perenne.kit.actors import Actor
from perenne.rules.eligibility import Course, EligibilityCategory


class Step(StrEnum):
    KEEP = "keep"
    ASK = "ask"
    CONFIRM = "confirm"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Typed:
    """`course` and `ends_on` are those of the job that is planned; `reason` for a refusal;
    `notice`: how the person was told what is done with her data."""

    situation: Mapping[str, Any]
    claimed: tuple[EligibilityCategory, ...] = ()
    proof: SeenProof | None = None
    notice: NoticeMeans | None = None
    course: Course = Course.FIXED_TERM
    ends_on: date | None = None
    reason: str = ""


@transaction.atomic
def work_on_file(*, file_id: int, typed: Typed, step: Step, by: Actor, today: date) -> None:
    """All of it, or nothing when one part is refused: the sheet is then shown as it was typed."""
    state_facts(file_id=file_id, typed=typed.situation, claimed=typed.claimed, by=by)
    if typed.notice is not None:
        give_notice(file_id=file_id, means=typed.notice, by=by, today=today)
    if typed.proof is not None:
        note_proof(file_id=file_id, proof=typed.proof, by=by, today=today)
    match step:
        case Step.ASK:
            ask_for_proofs(file_id=file_id, by=by)
        case Step.CONFIRM:
            confirm_eligibility(
                file_id=file_id, by=by, today=today, course=typed.course, ends_on=typed.ends_on
            )
        case Step.REFUSE:
            refuse_eligibility(file_id=file_id, reason=typed.reason, by=by)
