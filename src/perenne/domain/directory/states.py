"""What a structure of the directory may be, who speaks of it, and the lives of rows."""

from enum import StrEnum

from perenne.domain.organisations.states import (
    PRESCRIBER_LABELS,
    STRUCTURE_LABELS,
    PrescriberKind,
    StructureKind,
)
from perenne.kit.states import Machine, Move

OTHER_PRESCRIBER = "other_prescriber"
"""`other` alone is a structure: the two lists of kinds share that word."""

INCLUSION_KINDS = {kind.value: label for kind, label in STRUCTURE_LABELS.items()}
PRESCRIBER_KINDS = {
    OTHER_PRESCRIBER if kind is PrescriberKind.OTHER else kind.value: label
    for kind, label in PRESCRIBER_LABELS.items()
}
KINDS = INCLUSION_KINDS | PRESCRIBER_KINDS
"""Every kind that `Structure.kind` takes, with its French label."""

SHORT_LABELS = {
    kind: label.rpartition("(")[2].rstrip(")") if label.endswith(")") else label
    for kind, label in KINDS.items()
} | {
    StructureKind.OTHER.value: "Autre structure de l’ESS",
    PrescriberKind.DEPARTMENT.value: "Département",
    PrescriberKind.CCAS.value: "CCAS ou CIAS",
}
"""« EI », « ETTI », « Mission locale »: for tags and columns."""


def kind_of(structure_kind: str, prescriber_kind: str) -> str:
    """The kind in the directory of an organisation; "" for one that has no place there."""
    if prescriber_kind == PrescriberKind.OTHER:
        return OTHER_PRESCRIBER
    return structure_kind or prescriber_kind


class StructureSource(StrEnum):
    """Who spoke last of a structure."""

    OWN = "own"
    COORDINATION = "coordination"
    MARCHE = "marche"
    DATA_INCLUSION = "data_inclusion"

    @property
    def label(self) -> str:
        return SOURCE_LABELS[self]


SOURCE_LABELS = {
    StructureSource.OWN: "la structure elle-même",
    StructureSource.COORDINATION: "la coordination",
    StructureSource.MARCHE: "Le marché de l’inclusion",
    StructureSource.DATA_INCLUSION: "data·inclusion",
}
FILES = frozenset({StructureSource.MARCHE, StructureSource.DATA_INCLUSION})
"""The sources that come as a file."""


class WorkMode(StrEnum):
    """How a structure works for a company: who has the people under contract, and where."""

    LENDING = "lending"
    SERVICE = "service"
    GOODS = "goods"

    @property
    def label(self) -> str:
        return MODE_LABELS[self]


MODE_LABELS = {
    WorkMode.LENDING: "Met des personnes à disposition",
    WorkMode.SERVICE: "Réalise des prestations",
    WorkMode.GOODS: "Fabrique et vend",
}


class StructureState(StrEnum):
    LISTED = "listed"
    HIDDEN = "hidden"

    @property
    def label(self) -> str:
        return {StructureState.LISTED: "Publiée", StructureState.HIDDEN: "Masquée"}[self]


LISTED, HIDDEN = StructureState

STRUCTURE_LIFE = Machine(
    {
        "structure.hide": Move(frozenset({LISTED}), HIDDEN, "Masquer de l’annuaire"),
        "structure.show": Move(frozenset({HIDDEN}), LISTED, "Remettre dans l’annuaire"),
    },
    start=LISTED,
)


class ImportState(StrEnum):
    """A file is tried first: nothing is written until it is applied."""

    TRIED = "tried"
    APPLIED = "applied"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        return {
            ImportState.TRIED: "À l’essai",
            ImportState.APPLIED: "Appliqué",
            ImportState.DROPPED: "Abandonné",
        }[self]


TRIED, APPLIED, DROPPED = ImportState

IMPORT_LIFE = Machine(
    {
        "directory.apply": Move(frozenset({TRIED}), APPLIED, "Appliquer l’import"),
        "directory.drop": Move(frozenset({TRIED}), DROPPED, "Abandonner l’import"),
    },
    start=TRIED,
)


class Outcome(StrEnum):
    """What became of a row of a file: of every row."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    SET_ASIDE = "set_aside"

    @property
    def label(self) -> str:
        return OUTCOME_LABELS[self]

    @property
    def plural(self) -> str:
        return OUTCOME_PLURALS[self]


OUTCOME_LABELS = {
    Outcome.ADDED: "Nouvelle",
    Outcome.CHANGED: "Mise à jour",
    Outcome.UNCHANGED: "Déjà à jour",
    Outcome.SET_ASIDE: "Écartée",
}
OUTCOME_PLURALS = {
    Outcome.ADDED: "Nouvelles",
    Outcome.CHANGED: "Mises à jour",
    Outcome.UNCHANGED: "Déjà à jour",
    Outcome.SET_ASIDE: "Écartées",
}
