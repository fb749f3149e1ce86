"""Work entrusted to a structure: it employs, and performs a part or the whole of the contract.

Only the workers for whom the structure is recognised count: on a pathway, or disabled; never its
permanent staff.
"""

from perenne.rules.eligibility import Structure
from perenne.rules.eligibility.publics_local import OPENS_EITI, OPENS_TIH
from perenne.rules.hirings.modality import EligibleBy, Family, Modality, ModalityCode
from perenne.rules.hirings.shapes import Shape
from perenne.rules.law import Confidence
from perenne.rules.texts import (
    AQUAREEL_2025,
    CCAG_WAYS,
    RESERVED_BOTH,
)

_PATHWAY = frozenset({Shape.INCLUSION, Shape.INCLUSION_PERMANENT})
_ORDINARY = frozenset({Shape.PERMANENT, Shape.FIXED_TERM})
_WORK_STUDY = frozenset({Shape.APPRENTICESHIP, Shape.PROFESSIONAL_TRAINING})
_ON_PATHWAY = "Heures des salariés en parcours, ou conversion du montant facturé"

ENTRUSTED_WORK = (
    Modality(
        ModalityCode.EI,
        "Sous-traitance ou cotraitance avec une entreprise d’insertion (EI)",
        Family.ENTRUSTED,
        "L’entreprise d’insertion",
        _ON_PATHWAY,
        ("attestation de l’EI", "acte de sous-traitance (DC4)", "facture"),
        EligibleBy.STRUCTURE,
        frozenset({Structure.EI}),
        _PATHWAY,
        CCAG_WAYS,
        Confidence.SURE,
    ),
    Modality(
        ModalityCode.ACI,
        "Sous-traitance ou cotraitance avec un atelier et chantier d’insertion (ACI)",
        Family.ENTRUSTED,
        "L’organisme qui porte l’ACI",
        _ON_PATHWAY,
        ("attestation de l’ACI", "acte de sous-traitance (DC4)", "facture"),
        EligibleBy.STRUCTURE,
        frozenset({Structure.ACI}),
        _PATHWAY,
        CCAG_WAYS,
        Confidence.SURE,
    ),
    Modality(
        ModalityCode.REGIE,
        "Sous-traitance ou cotraitance avec une régie de quartier ou de territoire",
        Family.ENTRUSTED,
        "La régie",
        _ON_PATHWAY,
        ("attestation de la régie", "facture"),
        EligibleBy.STRUCTURE,
        frozenset({Structure.REGIE}),
        _PATHWAY | _ORDINARY,
        CCAG_WAYS,
        Confidence.LIKELY,
    ),
    Modality(
        ModalityCode.SELF_EMPLOYED,
        "Travailleur indépendant d’une EITI, ou travailleur indépendant handicapé",
        Family.ENTRUSTED,
        "Personne : le travailleur est indépendant",
        "Conversion du montant facturé",
        ("facture", "attestation de l’EITI ou titre de handicap"),
        EligibleBy.STRUCTURE,
        frozenset({Structure.EITI, Structure.TIH}),
        frozenset({Shape.SELF_EMPLOYED}),
        AQUAREEL_2025,
        Confidence.VARIES,
        must_be_written=True,
        opened_by={Structure.EITI: OPENS_EITI, Structure.TIH: OPENS_TIH},
    ),
    Modality(
        ModalityCode.EA,
        "Sous-traitance ou cotraitance avec une entreprise adaptée (EA)",
        Family.ENTRUSTED,
        "L’entreprise adaptée",
        "Heures des travailleurs handicapés, ou conversion du montant facturé",
        ("attestation de l’EA", "facture"),
        EligibleBy.STRUCTURE,
        frozenset({Structure.EA}),
        _ORDINARY | _WORK_STUDY | {Shape.STEPPING_STONE},
        CCAG_WAYS,
        Confidence.SURE,
    ),
    Modality(
        ModalityCode.ESAT,
        "Sous-traitance ou cotraitance avec un ESAT",
        Family.ENTRUSTED,
        "Personne : les usagers d’un ESAT ne sont pas salariés",
        "Heures attestées des usagers, ou conversion de la part de main-d’œuvre facturée",
        ("attestation de l’ESAT", "facture"),
        EligibleBy.STRUCTURE,
        frozenset({Structure.ESAT}),
        frozenset({Shape.SHELTERED}),
        CCAG_WAYS,
        Confidence.SURE,
    ),
    Modality(
        ModalityCode.RESERVED,
        "Marché ou lot réservé, attribué à une structure",
        Family.RESERVED,
        "La structure titulaire",
        "Toutes les heures des travailleurs pour lesquels la structure est reconnue",
        ("attestation de la structure titulaire",),
        EligibleBy.STRUCTURE,
        frozenset(
            {
                Structure.EI,
                Structure.ACI,
                Structure.AI,
                Structure.ETTI,
                Structure.EITI,
                Structure.EA,
                Structure.EATT,
                Structure.ESAT,
                Structure.PRISON_WORK,
            }
        ),
        frozenset(Shape),
        RESERVED_BOTH,
        Confidence.SURE,
    ),
)

ACTIONS = (
    Modality(
        ModalityCode.ACTION,
        "Action sans heures : stage, immersion, visite, parrainage, formation des encadrants",
        Family.ACTION,
        "Personne : la clause compte des actions",
        "Actions menées, comptées à l’unité",
        ("convention", "feuille d’émargement"),
        EligibleBy.PERSON,
        frozenset(),
        frozenset(),
        AQUAREEL_2025,
        Confidence.VARIES,
        must_be_written=True,
    ),
)
