"""The life of a hiring under a commitment."""

from enum import StrEnum

from perenne.kit.states import Machine, Move


class HiringState(StrEnum):
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    ENDED = "ended"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        return {
            HiringState.PLANNED: "Prévue",
            HiringState.CONFIRMED: "Confirmée",
            HiringState.ENDED: "Terminée",
            HiringState.CANCELLED: "Annulée",
        }[self]


PLANNED, CONFIRMED, ENDED, CANCELLED = HiringState

HIRING_LIFE = Machine(
    {
        "hiring.confirm": Move(frozenset({PLANNED}), CONFIRMED, "Confirmer l’embauche"),
        "hiring.end": Move(frozenset({CONFIRMED}), ENDED, "Terminer"),
        "hiring.cancel": Move(frozenset({PLANNED}), CANCELLED, "Annuler"),
    },
    start=PLANNED,
)
