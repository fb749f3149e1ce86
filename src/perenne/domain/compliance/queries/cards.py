"""A shortfall as its page shows it: the letters, the answers, the proposal, the decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from perenne.domain.compliance.models import Decision, Letter, Proposal
from perenne.domain.compliance.queries.standings import Standing, standing_kept
from perenne.domain.compliance.states import LetterKind, Outcome, ShortfallState
from perenne.rules.penalties import StepCode
from perenne.values import Euros, Hours


@dataclass(frozen=True, slots=True)
class LetterCard:
    """`ends_on`: the last day that it leaves, once it was received; None where it leaves none."""

    id: int
    kind: LetterKind
    sent_on: date
    received_on: date | None
    days: int
    sent_by: str
    standing: Standing
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class EnclosureCard:
    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class AnswerCard:
    who: str
    said_at: datetime
    text: str
    files: tuple[EnclosureCard, ...]


@dataclass(frozen=True, slots=True)
class ProposalCard:
    """`lines`: the computation as it was told that day, cautions last."""

    id: int
    amount: Euros
    missing: Hours
    lines: tuple[str, ...]
    version: int
    made_on: date
    made_by: str
    is_withdrawn: bool


@dataclass(frozen=True, slots=True)
class DecisionCard:
    outcome: Outcome
    amount: Euros
    motive: str
    decided_on: date
    decided_by: str
    catch_up_by: date | None


@dataclass(frozen=True, slots=True)
class StepCard:
    """`done_on`: None until it is taken. `act`: what whoever looks may do now, by its name.

    `reasons`: why it is not possible, or by whom; from `first_day` on it would be.
    """

    code: StepCode
    label: str
    who: str
    done_on: date | None
    act: str
    reasons: tuple[str, ...]
    first_day: date | None


@dataclass(frozen=True, slots=True)
class ShortfallCard:
    """`standing`: today; `at_alert`: on the day of the alert. `proposal`: the one that stands."""

    id: int
    commitment_id: int
    object: str
    reference: str
    buyer: str
    facilitator: str
    lead: str
    state: ShortfallState
    reason: str
    opened_on: date
    at_alert: Standing
    standing: Standing
    letters: tuple[LetterCard, ...]
    answers: tuple[AnswerCard, ...]
    proposal: ProposalCard | None
    withdrawn: tuple[ProposalCard, ...]
    decision: DecisionCard | None
    steps: tuple[StepCard, ...]
    acts: frozenset[str]
    is_party: bool
    may_note_receipts: bool
    asks_hourly_cost: bool

    @property
    def title(self) -> str:
        """A party reads no word that nothing has told it yet."""
        if not self.is_party or self.is_summoned:
            return "Manquement"
        return "Point sur vos heures"

    @property
    def is_summoned(self) -> bool:
        return any(letter.kind is not LetterKind.ALERT for letter in self.letters)

    def letter(self, kind: LetterKind) -> LetterCard | None:
        return next((one for one in self.letters if one.kind is kind), None)

    @property
    def step_to_propose(self) -> StepCard:
        return next(one for one in self.steps if one.code is StepCode.PROPOSAL)

    @property
    def unsent(self) -> tuple[LetterKind, ...]:
        sent = {letter.kind for letter in self.letters}
        return tuple(kind for kind in LetterKind if kind not in sent)


def letter_card(row: Letter) -> LetterCard:
    return LetterCard(
        id=row.pk,
        kind=LetterKind(row.kind),
        sent_on=row.sent_on,
        received_on=row.received_on,
        days=row.days,
        sent_by=row.sent_by.name,
        standing=standing_kept(row),
        ends_on=row.ends_on,
    )


def answer_card(row: Any) -> AnswerCard:
    """Of an observation read with its `enclosures`."""
    files = tuple(EnclosureCard(UUID(one["id"]), one["name"]) for one in row.enclosures)
    return AnswerCard(row.organisation.name, row.said_at, row.text, files)


def proposal_card(row: Proposal) -> ProposalCard:
    return ProposalCard(
        id=row.pk,
        amount=Euros(row.amount_cents),
        missing=Hours(row.missing_minutes),
        lines=tuple(row.reasons),
        version=row.version,
        made_on=row.proposed_on,
        made_by=row.proposed_by.full_name,
        is_withdrawn=row.withdrawn_at is not None,
    )


def decision_card(row: Decision) -> DecisionCard:
    return DecisionCard(
        outcome=Outcome(row.outcome),
        amount=Euros(row.amount_cents),
        motive=row.motive,
        decided_on=row.decided_on,
        decided_by=row.decided_by.full_name,
        catch_up_by=row.catch_up_by,
    )
