"""The life of a programme, and of each purchase that it plans."""

from enum import StrEnum

from perenne.kit.states import Machine, Move


class ProgrammeState(StrEnum):
    ASKING = "asking"
    READING = "reading"
    DRAFT = "draft"
    SENT = "sent"

    @property
    def label(self) -> str:
        return {
            ProgrammeState.ASKING: "Colonnes à préciser",
            ProgrammeState.READING: "Lecture en cours",
            ProgrammeState.DRAFT: "Brouillon",
            ProgrammeState.SENT: "Transmise",
        }[self]


ASKING, READING, DRAFT, SENT = ProgrammeState

PROGRAMME_LIFE = Machine(
    {
        "programme.match_headings": Move(frozenset({ASKING}), READING, "Préciser les colonnes"),
        "programme.screen": Move(frozenset({READING}), DRAFT, "Analyser"),
        "programme.send": Move(frozenset({DRAFT}), SENT, "Transmettre au facilitateur"),
    },
    start=ASKING,
)


class PurchaseState(StrEnum):
    SCREENED = "screened"
    RECEIVED = "received"
    KEPT = "kept"
    LEFT_ASIDE = "left_aside"
    JUSTIFIED = "justified"

    @property
    def label(self) -> str:
        return {
            PurchaseState.SCREENED: "Analysé",
            PurchaseState.RECEIVED: "Reçu",
            PurchaseState.KEPT: "Retenu",
            PurchaseState.LEFT_ASIDE: "Écarté",
            PurchaseState.JUSTIFIED: "Motivé",
        }[self]


SCREENED, RECEIVED, KEPT, LEFT_ASIDE, JUSTIFIED = PurchaseState

PURCHASE_LIFE = Machine(
    {
        "purchase.hand_over": Move(frozenset({SCREENED}), RECEIVED, "Transmettre"),
        "purchase.keep": Move(frozenset({RECEIVED}), KEPT, "Retenir"),
        "purchase.leave_aside": Move(frozenset({RECEIVED}), LEFT_ASIDE, "Écarter"),
        "purchase.justify": Move(
            frozenset({RECEIVED, LEFT_ASIDE, JUSTIFIED}), JUSTIFIED, "Motiver l’absence de clause"
        ),
        "purchase.take_back": Move(frozenset({LEFT_ASIDE, JUSTIFIED}), RECEIVED, "Reprendre"),
    },
    start=SCREENED,
)


class Fate(StrEnum):
    """What became of a line from one programme to the next."""

    ADDED = "added"
    CHANGED = "changed"
    KEPT = "kept"
    REMOVED = "removed"

    @property
    def label(self) -> str:
        return {
            Fate.ADDED: "Ajouté",
            Fate.CHANGED: "Modifié",
            Fate.KEPT: "Inchangé",
            Fate.REMOVED: "Retiré",
        }[self]
