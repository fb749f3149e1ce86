"""The lives of a month of hours, and of a proposal of globalisation."""

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
