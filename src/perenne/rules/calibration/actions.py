"""Qualitative actions owed each year instead of hours (F7), as a real contract lists them.

Source: CCAP TMA AQUAREEL (2025): for intellectual services, where hours fit badly.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from perenne.rules.french import typeset
from perenne.rules.law import Confidence, Source, Table, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.texts import AQUAREEL_2025
from perenne.values import Hours

ACTIONS_A_YEAR = parameter(
    "calibration.actions_a_year",
    "Actions qualitatives dues pour chaque année commencée, à la place des heures",
    1,
    between=(1, 12),
    source=AQUAREEL_2025,
)


NO_LEAST = Hours(0)


class ActionCode(StrEnum):
    GROUP_SESSION = "group_session"
    HOSTING = "hosting"
    SPONSORSHIP = "sponsorship"
    STAFF_TRAINING = "staff_training"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class QualitativeAction:
    """An action that counts for one, once it has lasted `least` and, if needed, been agreed."""

    code: ActionCode
    label: str
    least: Hours
    needs_agreement: bool = False
    source: Source = AQUAREEL_2025
    confidence: Confidence = Confidence.SURE


QUALITATIVE_ACTIONS = Table(
    "qualitative_actions",
    "Actions qualitatives admises à la place des heures",
    (
        QualitativeAction(
            ActionCode.GROUP_SESSION, "Information collective de demandeurs d’emploi", Hours.of(3)
        ),
        QualitativeAction(ActionCode.HOSTING, "Accueil en stage ou en immersion", Hours.of(35)),
        QualitativeAction(ActionCode.SPONSORSHIP, "Parrainage d’une personne", Hours.of(6)),
        QualitativeAction(
            ActionCode.STAFF_TRAINING, "Formation des encadrants du titulaire", Hours.of(3)
        ),
        QualitativeAction(
            ActionCode.AGREED,
            "Autre action que le facilitateur accepte",
            NO_LEAST,
            needs_agreement=True,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class ActionDecision:
    counts: bool
    reason: str


@cites(
    AQUAREEL_2025,
    says="Combien d’actions qualitatives sont dues à la place des heures ?",
    confidence=Confidence.VARIES,
)
def actions_owed(months: int, *, practice: Practice = USUAL) -> int:
    """For each year begun of the contract."""
    return -(-months // 12) * practice.of(ACTIONS_A_YEAR)


@cites(
    AQUAREEL_2025,
    says="Cette action compte-t-elle ?",
    confidence=Confidence.SURE,
)
def action_counts(code: ActionCode, spent: Hours, *, is_agreed: bool = False) -> ActionDecision:
    """An action too short does not count at all; `is_agreed`: the facilitator wrote so."""
    action = QUALITATIVE_ACTIONS[code]
    if action.needs_agreement and not is_agreed:
        return _decision(
            action, False, "demandez l'accord écrit du facilitateur avant de la mener."
        )
    if spent < action.least:
        return _decision(action, False, f"{spent} sur les {action.least} demandées. Complétez-la.")
    return _decision(action, True, "l'action compte pour une.")


def _decision(action: QualitativeAction, counts: bool, said: str) -> ActionDecision:
    return ActionDecision(counts, typeset(f"{action.label} : {said}"))
