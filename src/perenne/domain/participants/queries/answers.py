"""What whoever asked may read: the answer and its days. No criterion comes this way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from perenne.domain.participants.models import EligibilityFile, Verdict
from perenne.domain.participants.policy import ACCOMPANYING, FILES
from perenne.domain.participants.queries.verdicts import standing
from perenne.domain.participants.states import CONFIRMED, REFUSED, WAITING, WITHDRAWN, FileState
from perenne.kit.actors import Actor
from perenne.kit.french.dates import written
from perenne.kit.paging import Page, page_of
from perenne.kit.refusals import NotFound

SIZE = 25
CHECKING = "Vérification en cours : attendez la réponse avant l’embauche."
NO = "La personne n’est pas éligible : ses heures ne compteraient pas."
TAKEN_BACK = "La demande est retirée."
NO_MORE = "L’avis donné est retiré : voyez avec le facilitateur avant toute embauche."


@dataclass(frozen=True, slots=True)
class Answer:
    """`label` in two words; `starts_on` and `ends_on` only for a yes, both included."""

    label: str
    sentence: str
    tone: str = "neutral"
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class AnswerCard:
    """`lacking`: for who accompanies the person alone, else nothing."""

    id: int
    participant_id: int
    code: str
    first_name: str
    last_name: str
    hire_on: date
    asked_on: date
    facilitator_id: int
    contract_id: int | None
    contract: str
    answer: Answer
    may_withdraw: bool
    lacking: tuple[str, ...] = ()
    may_complete: bool = False
    has_pathway: bool = False

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip() or self.code


def answers_of(*, seen_by: Actor, page: int) -> Page[AnswerCard]:
    """What they asked, the newest first; those they have to answer are not listed here."""
    rows = FILES.rows("eligibility.read_answer", seen_by).filter(
        asked_by_id=seen_by.organisation_id
    )
    return page_of(
        rows.select_related("participant", "verdict", "contract").order_by("-asked_at", "-pk"),
        page,
        size=SIZE,
        card_of=_card,
    )


def answer_card(
    file_id: int, *, seen_by: Actor, act: str = "eligibility.read_answer"
) -> AnswerCard:
    rows = FILES.rows(act, seen_by).select_related("participant", "verdict", "contract")
    file = rows.filter(pk=file_id).first()
    if file is None:
        raise NotFound
    card = _card(file, told=FILES.allows("eligibility.read_lacking", seen_by, file_id))
    return replace(card, has_pathway=seen_by.role in ACCOMPANYING and file.state != WITHDRAWN)


def answer_in(file: EligibilityFile) -> Answer:
    """By the verdict of the file; by the one that already stood when it has none of its own."""
    if file.state in WAITING:
        return Answer("En cours", CHECKING, "info")
    if file.state == WITHDRAWN:
        return Answer("Retirée", TAKEN_BACK)
    verdict = _verdict_of(file)
    if verdict is None or verdict.withdrawn_at is not None:
        return Answer("Avis retiré", NO_MORE, "warning")
    if file.state == REFUSED or verdict.starts_on is None or verdict.ends_on is None:
        return Answer("Non éligible", NO, "error")
    days = f"du {_said(verdict.starts_on)} au {_said(verdict.ends_on)}"
    return Answer(
        "Éligible",
        f"La personne est éligible : ses heures peuvent compter {days}.",
        "success",
        verdict.starts_on,
        verdict.ends_on,
    )


def _verdict_of(file: EligibilityFile) -> Verdict | None:
    own = getattr(file, "verdict", None)
    if own is None and file.state == CONFIRMED:
        return standing(file.participant_id, file.hire_on)
    return own


def _card(file: EligibilityFile, told: bool = False) -> AnswerCard:
    person = file.participant
    return AnswerCard(
        id=file.pk,
        participant_id=person.pk,
        code=person.code,
        first_name=person.first_name,
        last_name=person.last_name,
        hire_on=file.hire_on,
        asked_on=file.asked_at.date(),
        facilitator_id=file.facilitator_id,
        contract_id=file.contract_id,
        contract=file.contract.object if file.contract else "",
        answer=answer_in(file),
        may_withdraw=file.state in WAITING,
        lacking=tuple(file.lacking) if told else (),
        may_complete=told and file.state == FileState.LACKING,
    )


def _said(day: date) -> str:
    return written(day)
