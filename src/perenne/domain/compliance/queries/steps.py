"""The steps of a shortfall, in order: taken or not, by whom, and why the next one waits.

The rules say what opens a step; the policy says on whose page its button is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from perenne.domain.compliance.queries.cards import StepCard
from perenne.domain.compliance.queries.parts import PARTS, person
from perenne.domain.compliance.states import LetterKind
from perenne.kit.actors import Actor
from perenne.rules.penalties import STEPS, PenaltyFile, Person, StepCode, may_take
from perenne.rules.practice import Practice

ACTS: Mapping[StepCode, str] = {
    StepCode.FORMAL_NOTICE: "shortfall.summon",
    StepCode.OBSERVATIONS: "shortfall.summon",
    StepCode.PROPOSAL: "shortfall.propose",
    StepCode.DECISION: "shortfall.decide",
}
LETTER_OF = {
    StepCode.ALERT: LetterKind.ALERT,
    StepCode.FORMAL_NOTICE: LetterKind.FORMAL_NOTICE,
    StepCode.OBSERVATIONS: LetterKind.HEARING,
}
APART = "Qui propose ne décide pas : l’acheteur seul applique, réduit ou remet une pénalité."
SHOWN = (StepCode.ALERT, *ACTS)


@dataclass(frozen=True, slots=True)
class Where:
    """What the rules are asked with; `done`: the day of each step that was taken."""

    file: PenaltyFile
    practice: Practice
    on: date
    done: Mapping[StepCode, date]
    is_over: bool


def steps_of(where: Where, acts: Collection[str], *, seen_by: Actor) -> tuple[StepCard, ...]:
    return tuple(_steps(where, acts, seen_by))


def _steps(where: Where, acts: Collection[str], seen_by: Actor) -> Iterator[StepCard]:
    for code in SHOWN:
        step = STEPS[code]
        done_on = where.done.get(code)
        if done_on is not None or where.is_over:
            yield StepCard(code, step.label, step.actor.label, done_on, "", (), None)
            continue
        is_mine = PARTS.get(seen_by.role) is step.actor
        by = person(seen_by) if is_mine else Person(step.actor, "")
        opening = may_take(code, where.on, where.file, by=by, practice=where.practice)
        act = ACTS.get(code, "")
        may = opening.allowed and act in acts
        first = opening.first_day if opening.first_day and opening.first_day > where.on else None
        reasons = opening.reasons if not opening.allowed else _for_another(code, is_mine)
        yield StepCard(code, step.label, step.actor.label, None, act if may else "", reasons, first)


def _for_another(code: StepCode, is_mine: bool) -> tuple[str, ...]:
    """What is possible now, and is not the act of whoever looks."""
    if is_mine:
        return ()
    who = STEPS[code].actor.label
    said = f"{who[0].upper()}{who[1:]} peut le faire dès maintenant."
    return (said, APART) if code is StepCode.DECISION else (said,)
