"""To whom the question of a situation may be sent, and how often it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from perenne.domain.participants.models import FileLink, Knower
from perenne.domain.participants.policy import FILES
from perenne.kit.actors import Actor
from perenne.kit.refusals import NotFound

KNOWERS = tuple((one.value, one.label) for one in Knower)


@dataclass(frozen=True, slots=True)
class SentQuestion:
    knower: str
    asked_on: date
    is_answered: bool


@dataclass(frozen=True, slots=True)
class QuestionToSend:
    """`email`: of the person, as her file has it. Nothing of what was answered."""

    file_id: int
    name: str
    code: str
    email: str
    sent: tuple[SentQuestion, ...]


def question_to_send(file_id: int, *, seen_by: Actor) -> QuestionToSend:
    rows = FILES.rows("eligibility.send_question", seen_by).select_related("participant")
    file = rows.filter(pk=file_id).first()
    if file is None:
        raise NotFound(file_id)
    person = file.participant
    links = FileLink.objects.filter(file=file).order_by("pk")
    return QuestionToSend(
        file_id=file.pk,
        name=f"{person.first_name} {person.last_name}".strip() or person.code,
        code=person.code,
        email=person.email,
        sent=tuple(
            SentQuestion(Knower(one.knower).label, one.asked_on, one.answered_at is not None)
            for one in links
        ),
    )
