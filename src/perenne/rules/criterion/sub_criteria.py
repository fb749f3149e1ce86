"""What a social criterion may look at in a tender, and the questions put to every tenderer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class SubCriterionCode(StrEnum):
    VOLUME = "volume"
    WELCOME = "welcome"
    TRAINING = "training"
    LASTING = "lasting"
    ORGANISATION = "organisation"
    OWN = "own"


class Scoring(StrEnum):
    """In proportion of the hours offered above the floor, or by levels told beforehand."""

    IN_PROPORTION = "in_proportion"
    BY_LEVELS = "by_levels"

    @property
    def label(self) -> str:
        return SCORING_LABELS[self]


SCORING_LABELS = {
    Scoring.IN_PROPORTION: (
        "Au prorata des heures proposées au-delà du volume minimal, jusqu’à la moitié de ce volume "
        "en plus : au-delà, la note n’augmente pas"
    ),
    Scoring.BY_LEVELS: (
        "Par niveaux : sans réponse 0 %, insuffisant 25 %, moyen 50 %, bon 75 %, très bon 100 % "
        "des points"
    ),
}


@dataclass(frozen=True, slots=True)
class SubCriterion:
    """`points` are those usually given, out of 100; `questions` are the same for all."""

    code: SubCriterionCode
    label: str
    looked_at: str
    questions: tuple[str, ...]
    scoring: Scoring
    points: int


_ROWS = (
    SubCriterion(
        SubCriterionCode.VOLUME,
        "Volume",
        "Heures d’insertion proposées au-delà du volume minimal, et leur réalisme",
        (
            "Combien d’heures d’insertion proposez-vous pour ce marché ?",
            "Sur quels postes du marché, et à quelles périodes ?",
        ),
        Scoring.IN_PROPORTION,
        30,
    ),
    SubCriterion(
        SubCriterionCode.WELCOME,
        "Accueil et encadrement",
        "Postes proposés, référent désigné, accompagnement de la personne",
        (
            "Qui accueille et encadre la personne, avec quel temps disponible ?",
            "Comment la personne est-elle accueillie la première semaine ?",
        ),
        Scoring.BY_LEVELS,
        25,
    ),
    SubCriterion(
        SubCriterionCode.TRAINING,
        "Formation et qualification",
        "Formations prévues, accès à une qualification, alternance",
        (
            "Quelles formations, de combien d’heures, avec quel organisme ?",
            "Quelle qualification ou habilitation la personne peut-elle obtenir ?",
        ),
        Scoring.BY_LEVELS,
        25,
    ),
    SubCriterion(
        SubCriterionCode.LASTING,
        "Durée de l’emploi",
        "Durée des contrats de travail sur le marché et suites envisagées à leur terme",
        (
            "De quelle nature et de quelle durée sont les contrats de travail proposés ?",
            "Quelles suites proposez-vous à la personne à la fin de son contrat ?",
        ),
        Scoring.BY_LEVELS,
        20,
    ),
    SubCriterion(
        SubCriterionCode.ORGANISATION,
        "Organisation du suivi",
        "Correspondant, répartition entre cotraitants, prévention des difficultés",
        (
            "Qui est le correspondant du facilitateur, et comment les heures sont-elles suivies ?",
            "Que prévoyez-vous si une personne quitte son poste ?",
        ),
        Scoring.BY_LEVELS,
        0,
    ),
    SubCriterion(
        SubCriterionCode.OWN,
        "Autre élément",
        "Ce que l’acheteur écrit lui-même, pour l’exécution de ce marché",
        ("Décrivez ce que vous proposez sur ce point pour l’exécution de ce marché.",),
        Scoring.BY_LEVELS,
        0,
    ),
)
SUB_CRITERIA: Mapping[SubCriterionCode, SubCriterion] = {row.code: row for row in _ROWS}
