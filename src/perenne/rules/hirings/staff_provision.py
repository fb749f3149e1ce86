"""Provided by an agency or a group of employers, which employs; its client does not."""

from perenne.rules.eligibility import Structure
from perenne.rules.hirings.modality import EligibleBy, Family, Modality, ModalityCode
from perenne.rules.hirings.shapes import Shape
from perenne.rules.law import Confidence
from perenne.rules.practice import choice
from perenne.rules.texts import (
    ADAPTED_TEMPORARY,
    AQUAREEL_2025,
    CCAG_WAYS,
    TEMPORARY_WORK,
)

OPENS_TEMP_AGENCY = choice(
    "hirings.temp_agency",
    "Admettre l’intérim ordinaire, pour une personne elle-même éligible",
    True,
    False,
    source=AQUAREEL_2025,
)

STAFF_PROVISION = (
    Modality(
        ModalityCode.ETTI,
        "Mise à disposition par une entreprise de travail temporaire d’insertion (ETTI)",
        Family.STAFF_PROVISION,
        "L’ETTI",
        "Heures de mission facturées",
        ("contrat de mission", "relevé d’heures de l’ETTI"),
        EligibleBy.STRUCTURE,
        frozenset({Structure.ETTI}),
        frozenset({Shape.MISSION, Shape.INCLUSION_PERMANENT}),
        CCAG_WAYS,
        Confidence.SURE,
    ),
    Modality(
        ModalityCode.AI,
        "Mise à disposition par une association intermédiaire (AI)",
        Family.STAFF_PROVISION,
        "L’association intermédiaire",
        "Heures facturées",
        ("contrat de mise à disposition", "relevé d’heures de l’association"),
        EligibleBy.STRUCTURE,
        frozenset({Structure.AI}),
        frozenset({Shape.CUSTOMARY, Shape.INCLUSION, Shape.INCLUSION_PERMANENT}),
        CCAG_WAYS,
        Confidence.SURE,
    ),
    Modality(
        ModalityCode.GEIQ,
        "Mise à disposition par un groupement d’employeurs (GEIQ)",
        Family.STAFF_PROVISION,
        "Le GEIQ",
        "Heures chez l’adhérent ; heures de formation selon le choix du comité",
        ("contrat de mise à disposition", "relevé d’heures du GEIQ"),
        EligibleBy.STRUCTURE,
        frozenset({Structure.GEIQ}),
        frozenset(
            {
                Shape.PERMANENT,
                Shape.FIXED_TERM,
                Shape.APPRENTICESHIP,
                Shape.PROFESSIONAL_TRAINING,
            }
        ),
        CCAG_WAYS,
        Confidence.SURE,
    ),
    Modality(
        ModalityCode.EATT,
        "Mise à disposition par une entreprise adaptée de travail temporaire (EATT)",
        Family.STAFF_PROVISION,
        "L’EATT",
        "Heures de mission",
        ("contrat de mission", "relevé d’heures de l’EATT"),
        EligibleBy.STRUCTURE,
        frozenset({Structure.EATT}),
        frozenset({Shape.MISSION, Shape.TEMPORARY_PERMANENT}),
        ADAPTED_TEMPORARY,
        Confidence.SURE,
    ),
    Modality(
        ModalityCode.TEMP_AGENCY,
        "Mise à disposition par une entreprise de travail temporaire ordinaire",
        Family.STAFF_PROVISION,
        "L’entreprise de travail temporaire",
        "Heures de mission d’une personne elle-même éligible",
        ("contrat de mission", "relevé d’heures", "preuve d’éligibilité de la personne"),
        EligibleBy.PERSON,
        frozenset(),
        frozenset({Shape.MISSION, Shape.TEMPORARY_PERMANENT}),
        TEMPORARY_WORK,
        Confidence.VARIES,
        must_be_written=True,
        opened_by={None: OPENS_TEMP_AGENCY},
    ),
)
