"""Whether the actions that a clause asks for have been done; each counts once, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from perenne.rules.calibration.actions import ActionCode, action_counts
from perenne.rules.french import typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.texts import AQUAREEL_2025
from perenne.values import Hours


@dataclass(frozen=True, slots=True)
class DoneAction:
    """`is_proved`: the agreement or the sign-in sheet has been seen. `is_agreed`: the facilitator
    has written that it counts.
    """

    code: ActionCode
    spent: Hours
    is_proved: bool
    is_agreed: bool = False


@dataclass(frozen=True, slots=True)
class ActionsMet:
    """`reasons`: one for each action done, in their order, then what is left to do."""

    counted: int
    missing: int
    reasons: tuple[str, ...]

    @property
    def are_met(self) -> bool:
        return not self.missing


@cites(
    AQUAREEL_2025,
    says="Les actions dues ont-elles été menées ?",
    confidence=Confidence.LIKELY,
)
def actions_met(done: Sequence[DoneAction], owed: int) -> ActionsMet:
    """An action without proof does not count, however long."""
    read = [_read(action) for action in done]
    counted = sum(counts for counts, _ in read)
    missing = max(0, owed - counted)
    left = f"Actions comptées : {counted} sur {owed}"
    left += f" ; il en reste {missing} à mener." if missing else ", l'engagement est tenu."
    return ActionsMet(counted, missing, (*(reason for _, reason in read), typeset(left)))


def _read(action: DoneAction) -> tuple[bool, str]:
    if not action.is_proved:
        return False, typeset(
            "Action sans preuve : joignez la convention ou la feuille d'émargement."
        )
    decision = action_counts(action.code, action.spent, is_agreed=action.is_agreed)
    return decision.counts, decision.reason
