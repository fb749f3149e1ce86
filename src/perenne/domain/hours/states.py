"""The lives of a month of hours, of a proposal of globalisation, and of a file of hours."""

from enum import StrEnum

from perenne.kit.states import Machine, Move


class SheetState(StrEnum):
    OPEN = "open"
    DECLARED = "declared"
    DISPUTED = "disputed"
    VALIDATED = "validated"

    @property
    def label(self) -> str:
        return {
            SheetState.OPEN: "À déclarer",
            SheetState.DECLARED: "À valider",
            SheetState.DISPUTED: "En discussion",
            SheetState.VALIDATED: "Validé",
        }[self]


OPEN, DECLARED, DISPUTED, VALIDATED = SheetState

SHEET_LIFE = Machine(
    {
        "sheet.declare": Move(frozenset({OPEN, DISPUTED}), DECLARED, "Déclarer"),
        "sheet.take_back": Move(frozenset({DECLARED}), OPEN, "Reprendre"),
        "sheet.dispute": Move(frozenset({DECLARED}), DISPUTED, "Demander une correction"),
        "sheet.settle": Move(frozenset({DISPUTED}), DECLARED, "Clore la discussion"),
        "sheet.validate": Move(frozenset({DECLARED}), VALIDATED, "Valider"),
    },
    start=OPEN,
)


class PlanState(StrEnum):
    PROPOSED = "proposed"
    APPROVED = "approved"
    DISCARDED = "discarded"
    UNDONE = "undone"

    @property
    def label(self) -> str:
        return {
            PlanState.PROPOSED: "Proposée",
            PlanState.APPROVED: "Appliquée",
            PlanState.DISCARDED: "Écartée",
            PlanState.UNDONE: "Annulée",
        }[self]


PROPOSED, APPROVED, DISCARDED, UNDONE = PlanState

PLAN_LIFE = Machine(
    {
        "plan.approve": Move(frozenset({PROPOSED}), APPROVED, "Appliquer"),
        "plan.discard": Move(frozenset({PROPOSED}), DISCARDED, "Écarter"),
        "plan.undo": Move(frozenset({APPROVED}), UNDONE, "Annuler la globalisation"),
    },
    start=PROPOSED,
)


class ImportState(StrEnum):
    ASKING = "asking"
    READING = "reading"
    CHECKED = "checked"
    WRITING = "writing"
    WRITTEN = "written"

    @property
    def label(self) -> str:
        return {
            ImportState.ASKING: "Colonnes à préciser",
            ImportState.READING: "Lecture en cours",
            ImportState.CHECKED: "À vérifier",
            ImportState.WRITING: "Enregistrement en cours",
            ImportState.WRITTEN: "Enregistré",
        }[self]


ASKING, READING, CHECKED, WRITING, WRITTEN = ImportState

IMPORT_LIFE = Machine(
    {
        "import.match": Move(frozenset({ASKING, CHECKED}), READING, "Préciser les colonnes"),
        "import.settle": Move(frozenset({CHECKED}), READING, "Dire qui sont les personnes"),
        "import.read": Move(frozenset({READING}), CHECKED, "Lire le fichier"),
        "import.apply": Move(frozenset({CHECKED}), WRITING, "Enregistrer les heures"),
        "import.write": Move(frozenset({WRITING}), WRITTEN, "Écrire les heures"),
    },
    start=ASKING,
)
