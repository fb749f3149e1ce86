"""The life of an eligibility file, from the question to the verdict."""

from enum import StrEnum

from perenne.kit.states import Machine, Move


class FileState(StrEnum):
    ASKED = "asked"
    LACKING = "lacking"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        return {
            FileState.ASKED: "À vérifier",
            FileState.LACKING: "Pièces demandées",
            FileState.CONFIRMED: "Éligible",
            FileState.REFUSED: "Non éligible",
            FileState.WITHDRAWN: "Retirée",
        }[self]


ASKED, LACKING, CONFIRMED, REFUSED, WITHDRAWN = FileState
WAITING = frozenset({ASKED, LACKING})

FILE_LIFE = Machine(
    {
        "eligibility.ask_for_proofs": Move(frozenset({ASKED}), LACKING, "Demander des pièces"),
        "eligibility.complete": Move(frozenset({LACKING}), ASKED, "Compléter le dossier"),
        "eligibility.confirm": Move(WAITING, CONFIRMED, "Confirmer l’éligibilité"),
        "eligibility.refuse": Move(WAITING, REFUSED, "Refuser"),
        "eligibility.withdraw": Move(WAITING, WITHDRAWN, "Retirer la demande"),
    },
    start=ASKED,
)
