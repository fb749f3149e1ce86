"""The proofs that may be asked for, and how each one loses its force.

Three ways: by age in months, by its own dates, or never (an identity card proves a birth date).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from perenne.rules.eligibility.proof_ages import (
    ADDRESS_MONTHS,
    DECLARATION_MONTHS,
    DIAGNOSIS_MONTHS,
    EMPLOYMENT_MONTHS,
    EXIT_MONTHS,
    HOUSING_MONTHS,
    JUSTICE_MONTHS,
    OPINION_MONTHS,
    PAYER_MONTHS,
    SCHEME_MONTHS,
)
from perenne.rules.law import Confidence, Default, Source, Table
from perenne.rules.texts import (
    CCAG_PUBLICS_BY_SITUATION,
    CCAG_PUBLICS_BY_STRUCTURE,
    COMMITTEE_CHECK,
    DISABLED_WORKERS,
    IAE_CRITERIA,
    IAE_PATHWAY,
    REFUGEE_STATUS,
    TEMPORARY_STAY,
    URBAN_LAW,
)


class ProofKind(StrEnum):
    IDENTITY = "IDENTITE"
    DIPLOMA = "DIPLOME"
    SIRET = "SIRET"
    FRANCE_TRAVAIL = "FRANCE_TRAVAIL"
    MISSION_LOCALE = "MISSION_LOCALE"
    FAMILY_FUND = "CAF_MSA"
    PAYER = "ORGANISME_PAYEUR"
    DECLARATION = "HONNEUR"
    SCHEME = "DISPOSITIF"
    OPINION = "AVIS_MOTIVE"
    ADDRESS = "DOMICILE"
    URBAN_MAP = "CARTE_QPV"
    JUSTICE = "JUSTICE"
    LANGUAGE = "EVALUATION_FLE"
    MOBILITY = "DIAGNOSTIC_MOBILITE"
    HOUSING = "DOMICILIATION"
    PATHWAY_EXIT = "SORTIE_IAE"
    CARE_EXIT = "SORTIE_ASE"
    REDUNDANCY = "LICENCIEMENT"
    BOETH = "BOETH"
    PENSION = "PENSION"
    STAY = "TITRE_SEJOUR"
    WORK_PERMIT = "AUTORISATION_TRAVAIL"
    PATHWAY = "PASS_IAE"
    STRUCTURE = "STRUCTURE"


@dataclass(frozen=True, slots=True)
class ProofRule:
    """`months`: the greatest age; `runs`: it must have begun, and not ended."""

    code: ProofKind
    label: str
    source: Source
    confidence: Confidence = Confidence.VARIES
    months: Default[int] | None = None
    runs: bool = False


PROOFS = Table(
    "proofs",
    "Justificatifs de la situation",
    (
        ProofRule(ProofKind.IDENTITY, "pièce d’identité", COMMITTEE_CHECK),
        ProofRule(ProofKind.DIPLOMA, "diplôme", CCAG_PUBLICS_BY_SITUATION),
        ProofRule(ProofKind.SIRET, "avis de situation Sirene", COMMITTEE_CHECK),
        ProofRule(
            ProofKind.FRANCE_TRAVAIL,
            "avis de situation France Travail avec l’historique d’inscription",
            IAE_CRITERIA,
            months=EMPLOYMENT_MONTHS,
        ),
        ProofRule(
            ProofKind.MISSION_LOCALE,
            "attestation de la mission locale",
            IAE_CRITERIA,
            months=EMPLOYMENT_MONTHS,
        ),
        ProofRule(
            ProofKind.FAMILY_FUND,
            "attestation de la CAF ou de la MSA",
            IAE_CRITERIA,
            months=PAYER_MONTHS,
        ),
        ProofRule(
            ProofKind.PAYER,
            "attestation de l’organisme payeur",
            IAE_CRITERIA,
            months=PAYER_MONTHS,
        ),
        ProofRule(
            ProofKind.DECLARATION,
            "attestation sur l’honneur",
            IAE_CRITERIA,
            months=DECLARATION_MONTHS,
        ),
        ProofRule(
            ProofKind.SCHEME,
            "attestation de l’organisme qui accompagne la personne",
            COMMITTEE_CHECK,
            months=SCHEME_MONTHS,
        ),
        ProofRule(
            ProofKind.OPINION,
            "avis motivé, daté et signé",
            CCAG_PUBLICS_BY_SITUATION,
            months=OPINION_MONTHS,
        ),
        ProofRule(
            ProofKind.ADDRESS,
            "justificatif de domicile",
            IAE_CRITERIA,
            months=ADDRESS_MONTHS,
        ),
        ProofRule(
            ProofKind.URBAN_MAP,
            "résultat daté de la recherche sur sig.ville.gouv.fr",
            URBAN_LAW,
            months=ADDRESS_MONTHS,
        ),
        ProofRule(
            ProofKind.JUSTICE,
            "billet de sortie ou attestation du SPIP ou de la PJJ",
            IAE_CRITERIA,
            months=JUSTICE_MONTHS,
        ),
        ProofRule(
            ProofKind.LANGUAGE,
            "évaluation de français langue étrangère",
            IAE_CRITERIA,
            months=DIAGNOSIS_MONTHS,
        ),
        ProofRule(
            ProofKind.MOBILITY,
            "diagnostic de mobilité d’un prescripteur",
            IAE_CRITERIA,
            months=DIAGNOSIS_MONTHS,
        ),
        ProofRule(
            ProofKind.HOUSING,
            "certificat de domiciliation ou attestation d’un travailleur social",
            IAE_CRITERIA,
            months=HOUSING_MONTHS,
        ),
        ProofRule(
            ProofKind.PATHWAY_EXIT,
            "attestation de sortie de la structure d’insertion",
            COMMITTEE_CHECK,
            months=EXIT_MONTHS,
        ),
        ProofRule(
            ProofKind.CARE_EXIT,
            "attestation de l’aide sociale à l’enfance",
            IAE_CRITERIA,
            months=EXIT_MONTHS,
        ),
        ProofRule(
            ProofKind.REDUNDANCY,
            "lettre de licenciement ou attestation de reconversion contrainte",
            COMMITTEE_CHECK,
            months=EXIT_MONTHS,
        ),
        ProofRule(
            ProofKind.BOETH,
            "décision ou titre de bénéficiaire de l’obligation d’emploi",
            DISABLED_WORKERS,
            Confidence.SURE,
            runs=True,
        ),
        ProofRule(
            ProofKind.PENSION,
            "notification de la pension ou de l’allocation d’invalidité",
            DISABLED_WORKERS,
            Confidence.LIKELY,
            runs=True,
        ),
        ProofRule(
            ProofKind.STAY,
            "titre de séjour ou récépissé",
            REFUGEE_STATUS,
            Confidence.SURE,
            runs=True,
        ),
        ProofRule(
            ProofKind.WORK_PERMIT,
            "autorisation provisoire de séjour ou de travail",
            TEMPORARY_STAY,
            Confidence.SURE,
            runs=True,
        ),
        ProofRule(ProofKind.PATHWAY, "PASS IAE", IAE_PATHWAY, Confidence.SURE, runs=True),
        ProofRule(
            ProofKind.STRUCTURE,
            "contrat ou attestation de la structure",
            CCAG_PUBLICS_BY_STRUCTURE,
            Confidence.LIKELY,
            runs=True,
        ),
    ),
)
