"""The legal checks of an employment contract, each with its text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from perenne.rules.french import typeset
from perenne.rules.hirings import faults
from perenne.rules.hirings.employment import Employment
from perenne.rules.law import Confidence, Source, Table, cites
from perenne.rules.texts import (
    ADAPTED_TEMPORARY,
    APPRENTICE_AGE,
    APPRENTICESHIP,
    FIXED_TERM,
    IAE_PASS_FOR_ALL,
    INCLUSION_ASSOCIATION_CAP,
    INCLUSION_ENTERPRISE,
    INCLUSION_PERMANENT,
    INCLUSION_SELF_EMPLOYED,
    INCLUSION_SHORT_WEEK,
    INCLUSION_WORKSITE,
    PROFESSIONAL_TRAINING,
    SHELTERED_WORK,
    STEPPING_STONE,
    TEMPORARY_WORK,
)

SURE, LIKELY = Confidence.SURE, Confidence.LIKELY
Finds: TypeAlias = Callable[[Employment], str | None]


@dataclass(frozen=True, slots=True)
class EmploymentCheck:
    """A row: `finds` says what is wrong, and what to do."""

    code: str
    label: str
    finds: Finds
    source: Source
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Fault:
    check: EmploymentCheck
    reason: str


@cites(
    INCLUSION_ENTERPRISE,
    INCLUSION_WORKSITE,
    INCLUSION_ASSOCIATION_CAP,
    APPRENTICESHIP,
    SHELTERED_WORK,
    says="Le contrat de travail a-t-il la forme que la loi demande ?",
    confidence=Confidence.LIKELY,
)
def employment_faults(job: Employment) -> tuple[Fault, ...]:
    """LookupError, in French, when the law of the first day of the contract is not known."""
    found = ((check, check.finds(job)) for check in EMPLOYMENT_CHECKS)
    return tuple(Fault(check, typeset(reason)) for check, reason in found if reason)


EMPLOYMENT_CHECKS = Table(
    "employment_checks",
    "Formes du contrat de travail à vérifier",
    (
        EmploymentCheck(
            "CDDI_EMPLOYEUR",
            "CDDI signé hors d’une structure d’insertion",
            faults.inclusion_employer,
            INCLUSION_ENTERPRISE,
            SURE,
        ),
        EmploymentCheck(
            "CDDI_DUREE",
            "CDDI de moins de 4 mois ou de plus de 24",
            faults.inclusion_length,
            INCLUSION_WORKSITE,
            SURE,
        ),
        EmploymentCheck(
            "CDDI_HORAIRE",
            "CDDI de moins de 20 h par semaine",
            faults.inclusion_week,
            INCLUSION_SHORT_WEEK,
            SURE,
        ),
        EmploymentCheck(
            "CDI_INCLUSION_AGE",
            "CDI inclusion avant 57 ans",
            faults.permanent_inclusion_age,
            INCLUSION_PERMANENT,
            LIKELY,
        ),
        EmploymentCheck(
            "PASS_IAE",
            "Parcours d’insertion sans PASS IAE valable",
            faults.inclusion_pass,
            IAE_PASS_FOR_ALL,
            SURE,
        ),
        EmploymentCheck(
            "AI_480_HEURES",
            "Plus de 480 h en entreprise par une association intermédiaire",
            faults.association_hours,
            INCLUSION_ASSOCIATION_CAP,
            SURE,
        ),
        EmploymentCheck(
            "APPRENTI_AGE",
            "Âge fermé à l’apprentissage",
            faults.apprentice_age,
            APPRENTICE_AGE,
            SURE,
        ),
        EmploymentCheck(
            "APPRENTI_DUREE",
            "Contrat d’apprentissage trop court ou trop long",
            faults.apprentice_length,
            APPRENTICESHIP,
            SURE,
        ),
        EmploymentCheck(
            "PROFESSIONNALISATION_DUREE",
            "Contrat de professionnalisation trop court ou trop long",
            faults.professional_length,
            PROFESSIONAL_TRAINING,
            LIKELY,
        ),
        EmploymentCheck(
            "CDD_DUREE",
            "CDD ordinaire de plus de 18 mois",
            faults.fixed_term_length,
            FIXED_TERM,
            LIKELY,
        ),
        EmploymentCheck(
            "MISSION_DUREE",
            "Mission d’intérim trop longue",
            faults.mission_length,
            TEMPORARY_WORK,
            LIKELY,
        ),
        EmploymentCheck(
            "TREMPLIN_EMPLOYEUR",
            "CDD tremplin hors d’une entreprise adaptée",
            faults.stepping_stone_employer,
            STEPPING_STONE,
            SURE,
        ),
        EmploymentCheck(
            "TREMPLIN_DUREE",
            "CDD tremplin de moins de 4 mois ou de plus de 24",
            faults.stepping_stone_length,
            STEPPING_STONE,
            SURE,
        ),
        EmploymentCheck(
            "TREMPLIN_HORAIRE",
            "CDD tremplin de moins de 20 h par semaine",
            faults.stepping_stone_week,
            STEPPING_STONE,
            SURE,
        ),
        EmploymentCheck(
            "EATT_CONTRAT",
            "Contrat d’EATT qui n’est pas d’intérim",
            faults.adapted_mission,
            ADAPTED_TEMPORARY,
            SURE,
        ),
        EmploymentCheck(
            "ESAT_STATUT",
            "Usager d’ESAT tenu pour un salarié",
            faults.sheltered_status,
            SHELTERED_WORK,
            SURE,
        ),
        EmploymentCheck(
            "INDEPENDANT_STATUT",
            "Travailleur indépendant tenu pour un salarié, ou l’inverse",
            faults.self_employed_status,
            INCLUSION_SELF_EMPLOYED,
            LIKELY,
        ),
    ),
)
