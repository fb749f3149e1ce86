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


class VolumeKind(StrEnum):
    """A number of hours, or so many hours by amount invoiced (framework agreements)."""

    FIXED = "fixed"
    PER_INVOICE = "per_invoice"

    @property
    def label(self) -> str:
        return {
            VolumeKind.FIXED: "Volume fixe",
            VolumeKind.PER_INVOICE: "Heures par tranche facturée",
        }[self]


DRAFT, CALIBRATED, WORDED = ClauseState

LIFE = Machine(
    {
        "clause.calibrate": Move(frozenset({DRAFT, CALIBRATED, WORDED}), CALIBRATED, "Calibrer"),
        "clause.word": Move(frozenset({CALIBRATED, WORDED}), WORDED, "Choisir le fondement"),
    },
    start=DRAFT,
)
