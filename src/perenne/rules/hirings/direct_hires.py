"""Hired by the contractor, a co-contractor or a subcontractor, for the contract."""

from perenne.rules.hirings.modality import EligibleBy, Family, Modality, ModalityCode
from perenne.rules.hirings.shapes import Shape
from perenne.rules.law import Confidence
from perenne.rules.texts import CCAG_WAYS

_COMPANY = "Le titulaire, un cotraitant ou un sous-traitant"

DIRECT_HIRES = (
    Modality(
        ModalityCode.PERMANENT,
        "Embauche directe en CDI",
        Family.DIRECT,
        _COMPANY,
        "Heures travaillées pendant la durée retenue par la clause",
        ("contrat de travail", "relevé d’heures mensuel", "bulletins de paie sur demande"),
        EligibleBy.PERSON,
        frozenset(),
        frozenset({Shape.PERMANENT}),
        CCAG_WAYS,
        Confidence.SURE,
    ),
    Modality(
        ModalityCode.FIXED_TERM,
        "Embauche directe en CDD, y compris à objet défini",
        Family.DIRECT,
        _COMPANY,
        "Heures travaillées",
        ("contrat de travail", "relevé d’heures mensuel"),
        EligibleBy.PERSON,
        frozenset(),
        frozenset({Shape.FIXED_TERM}),
        CCAG_WAYS,
        Confidence.SURE,
    ),
    Modality(
        ModalityCode.APPRENTICESHIP,
        "Contrat d’apprentissage",
        Family.DIRECT,
        _COMPANY,
        "Heures en entreprise ; heures en centre de formation selon le choix du comité",
        ("contrat d’apprentissage (Cerfa 10103)", "relevé d’heures", "calendrier d’alternance"),
        EligibleBy.PERSON,
        frozenset(),
        frozenset({Shape.APPRENTICESHIP}),
        CCAG_WAYS,
        Confidence.SURE,
    ),
    Modality(
        ModalityCode.PROFESSIONAL_TRAINING,
        "Contrat de professionnalisation",
        Family.DIRECT,
        _COMPANY,
        "Heures en entreprise ; heures en centre de formation selon le choix du comité",
        ("contrat de professionnalisation (Cerfa 12434)", "relevé d’heures"),
        EligibleBy.PERSON,
        frozenset(),
        frozenset({Shape.PROFESSIONAL_TRAINING}),
        CCAG_WAYS,
        Confidence.SURE,
    ),
)
