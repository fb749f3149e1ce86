"""What the law answers: the verdict, and the grounds on which a buyer may do without."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from perenne.rules.law import Source
from perenne.values import Euros


class DutyVerdict(StrEnum):
    MUST = "must"
    MUST_UNLESS_MOTIVATED = "must_unless_motivated"
    MAY = "may"
    NOT_CONCERNED = "not_concerned"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        return VERDICT_LABELS[self]

    @property
    def binds(self) -> bool:
        return self in {DutyVerdict.MUST, DutyVerdict.MUST_UNLESS_MOTIVATED}


VERDICT_LABELS = {
    DutyVerdict.MUST: "Condition sociale ou d’emploi obligatoire",
    DutyVerdict.MUST_UNLESS_MOTIVATED: "Condition sociale ou d’emploi obligatoire, sauf motif",
    DutyVerdict.MAY: "Condition sociale facultative",
    DutyVerdict.NOT_CONCERNED: "Hors du Code de la commande publique",
    DutyVerdict.UNKNOWN: "À vérifier",
}


class ExceptionGround(StrEnum):
    """The grounds that the law lets a buyer invoke, in writing, to do without the condition."""

    IMMEDIATELY_AVAILABLE = "immediately_available"
    NO_SUFFICIENT_LINK = "no_sufficient_link"
    COMPETITION_OR_DIFFICULTY = "competition_or_difficulty"
    SHORT_WORKS = "short_works"

    @property
    def label(self) -> str:
        return GROUND_LABELS[self]


GROUND_LABELS = {
    ExceptionGround.IMMEDIATELY_AVAILABLE: "Le besoin peut être satisfait par une solution "
    "immédiatement disponible",
    ExceptionGround.NO_SUFFICIENT_LINK: "La condition n’aurait pas de lien suffisant avec l’objet "
    "du marché",
    ExceptionGround.COMPETITION_OR_DIFFICULTY: "La condition restreindrait la concurrence ou "
    "rendrait l’exécution techniquement ou économiquement difficile",
    ExceptionGround.SHORT_WORKS: "Il s’agit de travaux d’une durée inférieure à six mois",
}
OF_CONCESSIONS: tuple[ExceptionGround, ...] = (
    ExceptionGround.NO_SUFFICIENT_LINK,
    ExceptionGround.COMPETITION_OR_DIFFICULTY,
)
OF_CONTRACTS: tuple[ExceptionGround, ...] = (ExceptionGround.IMMEDIATELY_AVAILABLE, *OF_CONCESSIONS)


@dataclass(frozen=True, slots=True)
class Duty:
    """`exceptions`: the grounds open to this contract, each to be motivated if it is used."""

    verdict: DutyVerdict
    threshold: Euros | None
    reasons: tuple[str, ...]
    exceptions: tuple[ExceptionGround, ...]
    articles: tuple[Source, ...]
