"""The life of a clause, from the lot it is drafted for to its wording."""

from enum import StrEnum

from perenne.kit.states import Machine, Move


class ClauseState(StrEnum):
    DRAFT = "draft"
    CALIBRATED = "calibrated"
    WORDED = "worded"

    @property
    def label(self) -> str:
        return {
            ClauseState.DRAFT: "À calibrer",
            ClauseState.CALIBRATED: "Calibrée",
            ClauseState.WORDED: "Rédigée",
        }[self]


DRAFT, CALIBRATED, WORDED = ClauseState

LIFE = Machine(
    {
        "clause.calibrate": Move(frozenset({DRAFT, CALIBRATED, WORDED}), CALIBRATED, "Calibrer"),
        "clause.word": Move(frozenset({CALIBRATED, WORDED}), WORDED, "Choisir le fondement"),
    },
    start=DRAFT,
)
