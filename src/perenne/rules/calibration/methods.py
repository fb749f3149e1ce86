"""The nine ways to size a clause: which formula, when, and the rule that computes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from perenne.rules.calibration.actions import actions_owed
from perenne.rules.calibration.entrusted import hours_entrusted
from perenne.rules.calibration.formulas import (
    calibrate,
    hours_by_step,
    hours_of_fte,
    hours_of_production,
    hours_pro_rata,
)
from perenne.rules.calibration.quick import QUICK_HOUR, quick_estimate
from perenne.rules.calibration.training import TRAINING_MONTHS, hours_of_training
from perenne.rules.law import Confidence, Source, Table
from perenne.rules.texts import (
    ANRU,
    AQUAREEL_2025,
    BAM_2021,
    INCLUSION_SITE,
    LEGAL_YEAR,
    PRACTICE,
    SUD_77,
    TRAINING_CLAUSE,
)


class MethodCode(StrEnum):
    LABOUR = "labour"
    PRODUCTION = "production"
    FTE = "fte"
    STEPS = "steps"
    PRO_RATA = "pro_rata"
    TRAINING = "training"
    ACTIONS = "actions"
    ENTRUSTED = "entrusted"
    QUICK = "quick"

    @property
    def label(self) -> str:
        return METHODS[self].label


@dataclass(frozen=True, slots=True)
class Method:
    """`formula` and `when` are French, as a calibration note prints them."""

    code: MethodCode
    label: str
    formula: str
    when: str
    source: Source
    confidence: Confidence
    rule: Callable[..., object]


METHODS = Table(
    "calibration_methods",
    "Méthodes de calibrage",
    (
        Method(
            MethodCode.LABOUR,
            "Part de main-d’œuvre",
            "montant hors taxes × part de main-d’œuvre × taux d’effort ÷ coût horaire chargé",
            "Travaux et services, lot par lot, quand le montant est connu.",
            SUD_77,
            Confidence.SURE,
            calibrate,
        ),
        Method(
            MethodCode.PRODUCTION,
            "Part des heures travaillées",
            "heures de production × taux",
            "Nettoyage, gardiennage, restauration, opérations de l’ANRU : l’acheteur connaît les "
            "heures travaillées.",
            ANRU,
            Confidence.SURE,
            hours_of_production,
        ),
        Method(
            MethodCode.FTE,
            "Équivalents temps plein",
            "équivalents temps plein × mois ÷ 12 × heures annuelles",
            "Délégations de service public, services longs, petites équipes.",
            LEGAL_YEAR,
            Confidence.SURE,
            hours_of_fte,
        ),
        Method(
            MethodCode.STEPS,
            "Tranches entières facturées",
            "partie entière de (montant facturé − seuil) ÷ tranche × heures par tranche",
            "Accords-cadres à bons de commande sans montant ferme, au-delà d’un seuil.",
            BAM_2021,
            Confidence.SURE,
            hours_by_step,
        ),
        Method(
            MethodCode.PRO_RATA,
            "Prorata des montants facturés",
            "montant facturé ÷ tranche × heures par tranche",
            "Accords-cadres à bons de commande sans montant ferme, dès le premier euro.",
            AQUAREEL_2025,
            Confidence.SURE,
            hours_pro_rata,
        ),
        Method(
            MethodCode.TRAINING,
            "Barème de formation",
            "tranche de montant → heures de stage",
            f"Clause de formation d’un marché d’au moins {TRAINING_MONTHS.value} mois.",
            TRAINING_CLAUSE,
            Confidence.SURE,
            hours_of_training,
        ),
        Method(
            MethodCode.ACTIONS,
            "Actions qualitatives",
            "années commencées × actions par an, à la place des heures",
            "Prestations intellectuelles et petits montants, où des heures conviennent mal.",
            AQUAREEL_2025,
            Confidence.VARIES,
            actions_owed,
        ),
        Method(
            MethodCode.ENTRUSTED,
            "Part du montant confiée",
            "montant confié aux structures ÷ prix facturé d’une heure",
            "Sous-traitance ou cotraitance avec des structures d’insertion ou du handicap.",
            PRACTICE,
            Confidence.VARIES,
            hours_entrusted,
        ),
        Method(
            MethodCode.QUICK,
            "Estimation rapide",
            f"montant confié à l’insertion ÷ {QUICK_HOUR.value} l’heure",
            "Premier ordre de grandeur, à ne jamais écrire dans un contrat.",
            INCLUSION_SITE,
            Confidence.VARIES,
            quick_estimate,
        ),
    ),
)
