"""The life of a file that somebody sent."""

from enum import StrEnum

from perenne.kit.states import Machine, Move


class FileState(StrEnum):
    RECEIVED = "received"
    CLEAN = "clean"
    UNSCANNED = "unscanned"
    INFECTED = "infected"
    UNREADABLE = "unreadable"

    @property
    def label(self) -> str:
        return {
            FileState.RECEIVED: "En attente de l’analyse antivirus",
            FileState.CLEAN: "Analysé : aucune menace connue",
            FileState.UNSCANNED: "Non analysé par un antivirus",
            FileState.INFECTED: "Infecté : supprimé",
            FileState.UNREADABLE: "Impossible à analyser : jamais remis",
        }[self]

    @property
    def is_served(self) -> bool:
        return self in SERVED


RECEIVED, CLEAN, UNSCANNED, INFECTED, UNREADABLE = FileState
SERVED = frozenset({CLEAN, UNSCANNED})
"""UNSCANNED where no scanner is plugged in: whoever takes the file is told so."""

FILE_LIFE = Machine(
    {
        "file.clear": Move(frozenset({RECEIVED, UNSCANNED}), CLEAN, "Déclarer sain"),
        "file.condemn": Move(frozenset({RECEIVED, UNSCANNED}), INFECTED, "Supprimer"),
        "file.give_up": Move(frozenset({RECEIVED, UNSCANNED}), UNREADABLE, "Renoncer"),
        "file.go_without": Move(frozenset({RECEIVED}), UNSCANNED, "Remettre sans analyse"),
    },
    start=RECEIVED,
)
