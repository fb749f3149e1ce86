"""What lightens or lifts a penalty, with the evidence to keep and the effect."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from perenne.rules.law import Confidence, Source, Table
from perenne.rules.texts import (
    AQUAREEL_2025,
    BAM_2021,
    BUYERS_PRO_RATA,
    BUYERS_REMISSION,
    CCAG_PENALTIES,
)


class WaiverGround(StrEnum):
    NO_SOLUTION = "no_solution"
    ECONOMIC_DIFFICULTY = "economic_difficulty"
    AMOUNT_NOT_REACHED = "amount_not_reached"
    INTERRUPTED = "interrupted"
    REMISSION = "remission"


class Effect(StrEnum):
    HOURS_EXONERATED = "hours_exonerated"
    DUE_REPLACED = "due_replaced"
    DUE_PRO_RATA = "due_pro_rata"
    AMOUNT_WAIVED = "amount_waived"

    @property
    def label(self) -> str:
        return EFFECT_LABELS[self]


EFFECT_LABELS = {
    Effect.HOURS_EXONERATED: "des heures sont exonérées",
    Effect.DUE_REPLACED: "le volume dû est remplacé par un volume moindre",
    Effect.DUE_PRO_RATA: "le volume dû est ramené au prorata du montant exécuté",
    Effect.AMOUNT_WAIVED: "une part de la pénalité est remise",
}


class Evidence(StrEnum):
    ALERT = "alert"
    SEARCH = "search"
    REGISTERED_LETTER = "registered_letter"
    DIFFICULTY = "difficulty"
    AGREEMENT = "agreement"
    INVOICES = "invoices"
    ORDER = "order"
    DECISION = "decision"

    @property
    def label(self) -> str:
        return EVIDENCE_LABELS[self]


EVIDENCE_LABELS = {
    Evidence.ALERT: "le signalement écrit et daté du titulaire",
    Evidence.SEARCH: "la trace des solutions cherchées par l’acheteur ou le facilitateur",
    Evidence.REGISTERED_LETTER: "la lettre recommandée du titulaire",
    Evidence.DIFFICULTY: "le plan de sauvegarde de l’emploi ou le jugement d’ouverture",
    Evidence.AGREEMENT: "l’accord écrit de l’acheteur sur le nouveau volume",
    Evidence.INVOICES: "le décompte des montants exécutés",
    Evidence.ORDER: "la décision d’ajournement, de suspension ou de résiliation de l’acheteur",
    Evidence.DECISION: "la décision motivée de l’acheteur",
}


@dataclass(frozen=True, slots=True)
class Waiver:
    code: WaiverGround
    label: str
    effect: Effect
    evidence: tuple[Evidence, ...]
    source: Source
    confidence: Confidence


WAIVERS = Table(
    "waivers",
    "Exonérations et remises",
    (
        Waiver(
            WaiverGround.NO_SOLUTION,
            "Ni l’acheteur ni le facilitateur n’ont trouvé de solution pour une part des heures",
            Effect.HOURS_EXONERATED,
            (Evidence.ALERT, Evidence.SEARCH),
            CCAG_PENALTIES,
            Confidence.SURE,
        ),
        Waiver(
            WaiverGround.ECONOMIC_DIFFICULTY,
            "Difficulté économique : plan de sauvegarde de l’emploi, redressement, liquidation",
            Effect.DUE_REPLACED,
            (Evidence.REGISTERED_LETTER, Evidence.DIFFICULTY, Evidence.AGREEMENT),
            AQUAREEL_2025,
            Confidence.SURE,
        ),
        Waiver(
            WaiverGround.AMOUNT_NOT_REACHED,
            "Le montant qui déclenche les heures n’a pas été atteint",
            Effect.DUE_REPLACED,
            (Evidence.INVOICES,),
            BAM_2021,
            Confidence.SURE,
        ),
        Waiver(
            WaiverGround.INTERRUPTED,
            "Suspension, ajournement ou résiliation décidés par l’acheteur",
            Effect.DUE_PRO_RATA,
            (Evidence.ORDER, Evidence.INVOICES),
            BUYERS_PRO_RATA,
            Confidence.LIKELY,
        ),
        Waiver(
            WaiverGround.REMISSION,
            "Remise accordée par l’acheteur",
            Effect.AMOUNT_WAIVED,
            (Evidence.DECISION,),
            BUYERS_REMISSION,
            Confidence.LIKELY,
        ),
    ),
)
