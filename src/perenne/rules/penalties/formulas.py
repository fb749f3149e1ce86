"""The ways in which contracts write a penalty. Amounts are data of the clause: none is national."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from perenne.rules.law import Confidence, Source, Table
from perenne.rules.texts import (
    AQUAREEL_2025_PENALTIES,
    BAM_2021_PENALTIES,
    PRACTICE,
    TRAINING_CLAUSE_PENALTIES,
)


class Formula(StrEnum):
    PER_HOUR = "per_hour"
    PER_HOUR_CEILING = "per_hour_ceiling"
    PER_HOUR_WAGE = "per_hour_wage"
    PER_HOUR_COST = "per_hour_cost"
    SHARE_OF_AMOUNT = "share_of_amount"
    PROGRESSIVE = "progressive"
    PER_ACTION = "per_action"
    PER_DAY = "per_day"
    ABSENCE = "absence"


@dataclass(frozen=True, slots=True)
class PenaltyFormula:
    """`written` names what the clause must say, `known` the fact that must be given with it."""

    code: Formula
    label: str
    expression: str
    source: Source
    confidence: Confidence
    written: tuple[str, ...]
    known: str = ""
    in_hours: bool = True


FORMULAS = Table(
    "penalty_formulas",
    "Formules de pénalité",
    (
        PenaltyFormula(
            Formula.PER_HOUR,
            "Montant forfaitaire par heure manquante",
            "heures manquantes × montant",
            BAM_2021_PENALTIES,
            Confidence.SURE,
            ("rate",),
        ),
        PenaltyFormula(
            Formula.PER_HOUR_CEILING,
            "Multiple du plafond horaire de la Sécurité sociale par heure manquante",
            "heures manquantes × coefficient × plafond horaire",
            TRAINING_CLAUSE_PENALTIES,
            Confidence.SURE,
            ("times",),
            "reference",
        ),
        PenaltyFormula(
            Formula.PER_HOUR_WAGE,
            "Multiple du SMIC horaire brut par heure manquante",
            "heures manquantes × coefficient × SMIC horaire brut",
            PRACTICE,
            Confidence.LIKELY,
            ("times",),
            "reference",
        ),
        PenaltyFormula(
            Formula.PER_HOUR_COST,
            "Multiple du coût horaire du calibrage par heure manquante",
            "heures manquantes × coefficient × coût horaire",
            PRACTICE,
            Confidence.LIKELY,
            ("times",),
            "reference",
        ),
        PenaltyFormula(
            Formula.SHARE_OF_AMOUNT,
            "Part du montant du marché, au prorata des heures manquantes",
            "montant du marché × part × heures manquantes ÷ heures dues",
            PRACTICE,
            Confidence.VARIES,
            ("part",),
            "contract_amount",
        ),
        PenaltyFormula(
            Formula.PROGRESSIVE,
            "Montant par heure manquante, croissant par tranches de l’écart",
            "somme des tranches : heures de la tranche × coefficient × montant",
            PRACTICE,
            Confidence.VARIES,
            ("rate", "brackets"),
        ),
        PenaltyFormula(
            Formula.PER_ACTION,
            "Montant forfaitaire par action non réalisée",
            "actions manquantes × montant",
            AQUAREEL_2025_PENALTIES,
            Confidence.SURE,
            ("rate",),
            in_hours=False,
        ),
        PenaltyFormula(
            Formula.PER_DAY,
            "Montant par jour de retard, par document le cas échéant",
            "jours de retard × documents × montant",
            AQUAREEL_2025_PENALTIES,
            Confidence.SURE,
            ("rate",),
            in_hours=False,
        ),
        PenaltyFormula(
            Formula.ABSENCE,
            "Montant forfaitaire par absence à la réunion de mise au point",
            "absences × montant",
            TRAINING_CLAUSE_PENALTIES,
            Confidence.SURE,
            ("rate",),
            in_hours=False,
        ),
    ),
)
