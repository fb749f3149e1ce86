"""Group one of the CCAG: eligible by the structure recognised by the State (x.1.1.1).

The contract with the structure is the ground: the situation of the person is not asked again.
"""

from perenne.rules.eligibility.categories import (
    EligibilityCategory,
    Ground,
    Group,
    Sensitivity,
)
from perenne.rules.eligibility.conditions.following import (
    enrolled_in,
    followed_by,
    followed_or_left,
    holds_pass,
)
from perenne.rules.eligibility.facts import Scheme, Structure
from perenne.rules.eligibility.numbers import SCHEME_EXIT_MONTHS
from perenne.rules.eligibility.proof_kinds import ProofKind
from perenne.rules.law import Confidence
from perenne.rules.texts import (
    ADAPTED_ENTERPRISE,
    ADAPTED_TEMPORARY,
    CCAG_PUBLICS_BY_STRUCTURE,
    GEIQ,
    INCLUSION_ASSOCIATION,
    INCLUSION_ENTERPRISE,
    INCLUSION_TEMPORARY,
    INCLUSION_WORKSITE,
    SHELTERED_WORK,
)

_CONTRACT = ((ProofKind.STRUCTURE,),)
_CONTRACT_AND_PASS = ((ProofKind.STRUCTURE,), (ProofKind.PATHWAY,))
_SCHEME = ((ProofKind.SCHEME,),)


BY_STRUCTURE = (
    Ground(
        EligibilityCategory.IAE_EI,
        "Salarié en parcours d’une entreprise d’insertion",
        Group.STRUCTURE,
        (enrolled_in(Structure.EI), holds_pass),
        _CONTRACT_AND_PASS,
        1,
        CCAG_PUBLICS_BY_STRUCTURE,
        Confidence.SURE,
        definition=INCLUSION_ENTERPRISE,
    ),
    Ground(
        EligibilityCategory.IAE_ACI,
        "Salarié en parcours d’un atelier et chantier d’insertion",
        Group.STRUCTURE,
        (enrolled_in(Structure.ACI), holds_pass),
        _CONTRACT_AND_PASS,
        1,
        CCAG_PUBLICS_BY_STRUCTURE,
        Confidence.SURE,
        definition=INCLUSION_WORKSITE,
    ),
    Ground(
        EligibilityCategory.IAE_ETTI,
        "Intérimaire d’une entreprise de travail temporaire d’insertion",
        Group.STRUCTURE,
        (enrolled_in(Structure.ETTI), holds_pass),
        _CONTRACT_AND_PASS,
        1,
        CCAG_PUBLICS_BY_STRUCTURE,
        Confidence.SURE,
        definition=INCLUSION_TEMPORARY,
    ),
    Ground(
        EligibilityCategory.IAE_AI,
        "Salarié mis à disposition par une association intermédiaire",
        Group.STRUCTURE,
        (enrolled_in(Structure.AI), holds_pass),
        _CONTRACT_AND_PASS,
        1,
        CCAG_PUBLICS_BY_STRUCTURE,
        Confidence.SURE,
        definition=INCLUSION_ASSOCIATION,
    ),
    Ground(
        EligibilityCategory.STPA_EA,
        "Salarié handicapé d’une entreprise adaptée",
        Group.STRUCTURE,
        (enrolled_in(Structure.EA),),
        _CONTRACT,
        1,
        CCAG_PUBLICS_BY_STRUCTURE,
        Confidence.SURE,
        Sensitivity.HEALTH,
        definition=ADAPTED_ENTERPRISE,
    ),
    Ground(
        EligibilityCategory.STPA_EATT,
        "Salarié handicapé d’une entreprise adaptée de travail temporaire",
        Group.STRUCTURE,
        (enrolled_in(Structure.EATT),),
        _CONTRACT,
        1,
        CCAG_PUBLICS_BY_STRUCTURE,
        Confidence.SURE,
        Sensitivity.HEALTH,
        definition=ADAPTED_TEMPORARY,
    ),
    Ground(
        EligibilityCategory.STPA_ESAT,
        "Usager d’un établissement et service d’accompagnement par le travail (ESAT)",
        Group.STRUCTURE,
        (enrolled_in(Structure.ESAT),),
        _CONTRACT,
        1,
        CCAG_PUBLICS_BY_STRUCTURE,
        Confidence.SURE,
        Sensitivity.HEALTH,
        definition=SHELTERED_WORK,
    ),
    Ground(
        EligibilityCategory.REGIE,
        "Personne employée par une régie de quartier ou de territoire",
        Group.STRUCTURE,
        (enrolled_in(Structure.REGIE),),
        _CONTRACT,
        1,
        CCAG_PUBLICS_BY_STRUCTURE,
        Confidence.SURE,
    ),
    Ground(
        EligibilityCategory.EPIDE,
        "Volontaire d’un établissement pour l’insertion dans l’emploi (EPIDE)",
        Group.STRUCTURE,
        (followed_by(Scheme.EPIDE),),
        _SCHEME,
        1,
        CCAG_PUBLICS_BY_STRUCTURE,
        Confidence.SURE,
    ),
    Ground(
        EligibilityCategory.E2C,
        "Stagiaire d’une école de la deuxième chance, ou qui vient d’en sortir",
        Group.STRUCTURE,
        (followed_or_left(Scheme.E2C, within=SCHEME_EXIT_MONTHS),),
        _SCHEME,
        1,
        CCAG_PUBLICS_BY_STRUCTURE,
        Confidence.SURE,
    ),
    Ground(
        EligibilityCategory.GEIQ,
        "Salarié en parcours d’un groupement d’employeurs (GEIQ)",
        Group.STRUCTURE,
        (enrolled_in(Structure.GEIQ),),
        _CONTRACT,
        1,
        CCAG_PUBLICS_BY_STRUCTURE,
        Confidence.SURE,
        definition=GEIQ,
    ),
    Ground(
        EligibilityCategory.PRISON_WORK,
        "Personne détenue au travail : régie, service de l’emploi pénitentiaire, concessionnaire",
        Group.STRUCTURE,
        (enrolled_in(Structure.PRISON_WORK),),
        _CONTRACT,
        1,
        CCAG_PUBLICS_BY_STRUCTURE,
        Confidence.SURE,
        Sensitivity.JUSTICE,
    ),
)
