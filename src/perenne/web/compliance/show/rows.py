"""The steps as the page shows them: a button where one may act, the letter where one was sent.

A party reads what happened, in words that nothing threatens it with before its time.
"""

from dataclasses import dataclass
from datetime import date

from perenne.domain.compliance.queries import LetterCard, ShortfallCard, StepCard
from perenne.domain.compliance.states import LetterKind
from perenne.rules.penalties import STEPS, StepCode

LETTERS = {
    StepCode.ALERT: LetterKind.ALERT,
    StepCode.FORMAL_NOTICE: LetterKind.FORMAL_NOTICE,
    StepCode.OBSERVATIONS: LetterKind.HEARING,
}
BUTTONS = {
    "shortfall.summon": ("compliance:summon", "Écrire à l’entreprise"),
    "shortfall.propose": ("compliance:propose", "Proposer une pénalité"),
    "shortfall.decide": ("compliance:decide", "Décider"),
}
FOR_PARTY = {
    StepCode.ALERT: "Point sur vos heures",
    StepCode.FORMAL_NOTICE: "Mise en demeure",
    StepCode.OBSERVATIONS: "Invitation à présenter vos observations",
    StepCode.PROPOSAL: "Examen de votre dossier par l’acheteur",
    StepCode.DECISION: "Décision de l’acheteur",
}


@dataclass(frozen=True, slots=True)
class ShownStep:
    code: StepCode
    label: str
    who: str
    done_on: date | None
    letter: LetterCard | None
    reasons: tuple[str, ...]
    first_day: date | None
    act: str
    address: str
    verb: str
    may_receive: bool


def steps_in(card: ShortfallCard) -> list[ShownStep]:
    """One button for both letters: they leave together as a rule."""
    shown = [step for step in card.steps if step.done_on or not card.is_party]
    acts = [step.act for step in shown]
    return [
        _shown(step, card, has_button=step.act not in acts[:place])
        for place, step in enumerate(shown)
    ]


def _shown(step: StepCard, card: ShortfallCard, *, has_button: bool) -> ShownStep:
    kind = LETTERS.get(step.code)
    letter = card.letter(kind) if kind else None
    address, verb = BUTTONS.get(step.act, ("", "")) if has_button else ("", "")
    is_examined = card.is_party and step.code is StepCode.PROPOSAL
    is_waiting = letter is not None and bool(letter.days) and letter.received_on is None
    return ShownStep(
        code=step.code,
        label=FOR_PARTY[step.code] if card.is_party else step.label,
        who=STEPS[StepCode.DECISION].actor.label if is_examined else step.who,
        done_on=step.done_on,
        letter=letter,
        reasons=step.reasons,
        first_day=step.first_day,
        act=step.act,
        address=address,
        verb=verb,
        may_receive=is_waiting and card.may_note_receipts,
    )
