"""Hours that are declared and hard to believe: each doubt is a question, some close the door."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from perenne.rules.french import typeset
from perenne.rules.hours.declared import DeclaredMonth
from perenne.rules.hours.oddities import (
    day_beyond_agreement,
    day_to_come,
    full_day,
    long_day,
    long_month,
    long_week,
    month_to_come,
    negative,
    outside_employment,
    outside_performance,
    young_day,
    young_week,
)
from perenne.rules.law import Confidence, Source, Table, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import (
    AQUAREEL_2025,
    LONGER_DAY,
    MAXIMUM_DAY,
    MAXIMUM_WEEK,
    PRACTICE,
    SEVERAL_JOBS,
    YOUNG_WORKERS,
)


class DoubtCode(StrEnum):
    NEGATIVE = "DUREE_NEGATIVE"
    MONTH_TO_COME = "MOIS_A_VENIR"
    DAY_TO_COME = "JOUR_A_VENIR"
    OUTSIDE_EMPLOYMENT = "HORS_CONTRAT_DE_TRAVAIL"
    OUTSIDE_PERFORMANCE = "HORS_EXECUTION"
    FULL_DAY = "JOURNEE_IMPOSSIBLE"
    LONG_DAY = "JOURNEE_LONGUE"
    DAY_BEYOND_AGREEMENT = "JOURNEE_TRES_LONGUE"
    LONG_WEEK = "SEMAINE_LONGUE"
    YOUNG_DAY = "JOURNEE_DE_MINEUR"
    YOUNG_WEEK = "SEMAINE_DE_MINEUR"
    LONG_MONTH = "MOIS_LONG"


class Severity(StrEnum):
    """BLOCK waits for a correction; ASK for a written reason."""

    BLOCK = "block"
    ASK = "ask"


Holds: TypeAlias = Callable[[DeclaredMonth, Practice], bool]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row: what is hard to believe, and what to ask of it."""

    code: DoubtCode
    label: str
    severity: Severity
    asks: str
    holds: Holds
    source: Source
    confidence: Confidence

    @property
    def question(self) -> str:
        return typeset(self.asks)


@cites(
    MAXIMUM_DAY,
    MAXIMUM_WEEK,
    SEVERAL_JOBS,
    PRACTICE,
    says="Les heures déclarées pour ce mois sont-elles plausibles ?",
    confidence=Confidence.LIKELY,
)
def doubts(declared: DeclaredMonth, *, practice: Practice = USUAL) -> tuple[Doubt, ...]:
    """Those of the table that hold, in its order."""
    return tuple(doubt for doubt in PLAUSIBILITY if doubt.holds(declared, practice))


@cites(
    PRACTICE,
    says="Quels doutes empêchent encore d’enregistrer les heures ?",
    confidence=Confidence.VARIES,
)
def unanswered(raised: Sequence[Doubt], explained: Mapping[DoubtCode, str]) -> tuple[Doubt, ...]:
    """`explained`: the reason written for each doubt. No reason opens a door that is closed."""
    return tuple(
        doubt
        for doubt in raised
        if doubt.severity is Severity.BLOCK or not explained.get(doubt.code, "").strip()
    )


PLAUSIBILITY = Table(
    "plausibility",
    "Heures déclarées qui appellent une question",
    (
        Doubt(
            DoubtCode.NEGATIVE,
            "Durée négative",
            Severity.BLOCK,
            "Une durée est négative : quelle est la durée travaillée ?",
            negative,
            PRACTICE,
            Confidence.SURE,
        ),
        Doubt(
            DoubtCode.MONTH_TO_COME,
            "Mois qui n’a pas commencé",
            Severity.BLOCK,
            "Ce mois n'a pas commencé : quel mois vouliez-vous déclarer ?",
            month_to_come,
            PRACTICE,
            Confidence.SURE,
        ),
        Doubt(
            DoubtCode.DAY_TO_COME,
            "Journée à venir",
            Severity.BLOCK,
            "Des heures sont déclarées pour un jour à venir : quel jour les dater ?",
            day_to_come,
            PRACTICE,
            Confidence.SURE,
        ),
        Doubt(
            DoubtCode.OUTSIDE_EMPLOYMENT,
            "En dehors du contrat de travail",
            Severity.BLOCK,
            "Les heures sont en dehors du contrat de travail connu : a-t-il été prolongé ou "
            "renouvelé ? Joignez l'avenant.",
            outside_employment,
            AQUAREEL_2025,
            Confidence.SURE,
        ),
        Doubt(
            DoubtCode.OUTSIDE_PERFORMANCE,
            "En dehors de l’exécution du marché",
            Severity.BLOCK,
            "Le marché n'est pas en cours d'exécution ces jours-là : sur quel marché les heures "
            "ont-elles été travaillées ?",
            outside_performance,
            AQUAREEL_2025,
            Confidence.SURE,
        ),
        Doubt(
            DoubtCode.FULL_DAY,
            "Plus de 24 h dans une journée, tous employeurs réunis",
            Severity.BLOCK,
            "La personne aurait travaillé plus de 24 h le même jour, tous employeurs réunis : "
            "quelle déclaration faut-il corriger ?",
            full_day,
            SEVERAL_JOBS,
            Confidence.SURE,
        ),
        Doubt(
            DoubtCode.LONG_DAY,
            "Plus de 10 h dans une journée, tous employeurs réunis",
            Severity.ASK,
            "Une journée dépasse 10 h : quel accord collectif, quelle autorisation ou quelle "
            "urgence le permet ?",
            long_day,
            MAXIMUM_DAY,
            Confidence.SURE,
        ),
        Doubt(
            DoubtCode.DAY_BEYOND_AGREEMENT,
            "Plus de 12 h dans une journée, tous employeurs réunis",
            Severity.ASK,
            "Une journée dépasse 12 h, ce qu'aucun accord collectif ne permet : quelle "
            "autorisation de l'inspection du travail ou quelle urgence l'explique ?",
            day_beyond_agreement,
            LONGER_DAY,
            Confidence.SURE,
        ),
        Doubt(
            DoubtCode.LONG_WEEK,
            "Plus de 48 h dans une semaine, tous employeurs réunis",
            Severity.ASK,
            "Une semaine dépasse 48 h : quelle autorisation de l'inspection du travail le permet ?",
            long_week,
            MAXIMUM_WEEK,
            Confidence.SURE,
        ),
        Doubt(
            DoubtCode.YOUNG_DAY,
            "Plus de 8 h dans une journée avant 18 ans",
            Severity.ASK,
            "La personne a moins de 18 ans et travaille plus de 8 h un même jour : quel chantier "
            "ou quelle autorisation le permet ?",
            young_day,
            YOUNG_WORKERS,
            Confidence.SURE,
        ),
        Doubt(
            DoubtCode.YOUNG_WEEK,
            "Plus de 35 h dans une semaine avant 18 ans",
            Severity.ASK,
            "La personne a moins de 18 ans et travaille plus de 35 h une même semaine : quel "
            "chantier ou quelle autorisation le permet ?",
            young_week,
            YOUNG_WORKERS,
            Confidence.SURE,
        ),
        Doubt(
            DoubtCode.LONG_MONTH,
            "Mois très chargé, tous employeurs réunis",
            Severity.ASK,
            "Le mois dépasse ce qu'une personne travaille d'ordinaire : les heures de plusieurs "
            "mois ou de plusieurs personnes sont-elles réunies ?",
            long_month,
            PRACTICE,
            Confidence.VARIES,
        ),
    ),
)
