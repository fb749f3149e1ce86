"""What a committee may add to the list of the CCAG, ground by ground. Nothing is open by default.

An open list alone can take them in: a closed list counts nobody whom it does not name.
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
    left,
)
from perenne.rules.eligibility.conditions.job_seeking import seeks_work
from perenne.rules.eligibility.conditions.places import lives_in_rural_zone
from perenne.rules.eligibility.conditions.rights import is_boeth, meets, stays_as
from perenne.rules.eligibility.facts import Difficulty, Scheme, StayStatus, Structure
from perenne.rules.eligibility.numbers import (
    CARE_EXIT_MONTHS,
    DETENTION_EXIT_MONTHS,
    PATHWAY_EXIT_MONTHS,
    REDUNDANCY_MONTHS,
)
from perenne.rules.eligibility.proof_kinds import ProofKind
from perenne.rules.law import Confidence
from perenne.rules.practice import choice
from perenne.rules.texts import (
    AQUAREEL_2025_PUBLICS,
    IAE_CRITERIA,
    INCLUSION_SELF_EMPLOYED,
    PLIE,
    PRACTICE,
    REDUNDANCY_SUPPORT,
    RURAL_ZONES,
    TEMPORARY_STAY,
    ZERO_UNEMPLOYMENT,
)

OPENS_EITI = choice(
    "eligibility.iae_eiti", "Ouvrir la clause : travailleurs indépendants d’une EITI", False, True
)
OPENS_PLIE = choice("eligibility.plie", "Ouvrir la clause : participants d’un PLIE", False, True)
OPENS_FORMER_IAE = choice(
    "eligibility.iae_sortant", "Ouvrir la clause : personnes sorties d’un parcours IAE", False, True
)
OPENS_RURAL_ZONE = choice(
    "eligibility.zfrr", "Ouvrir la clause : habitants d’une zone rurale aidée", False, True
)
OPENS_CHILD_WELFARE = choice(
    "eligibility.ase",
    "Ouvrir la clause : personnes sorties de l’aide sociale à l’enfance",
    False,
    True,
)
OPENS_JUSTICE = choice(
    "eligibility.justice", "Ouvrir la clause : personnes placées sous main de justice", False, True
)
OPENS_SINGLE_PARENT = choice(
    "eligibility.parent_isole", "Ouvrir la clause : parents isolés", False, True
)
OPENS_NO_HOME = choice(
    "eligibility.sans_hebergement",
    "Ouvrir la clause : personnes sans hébergement ou hébergées",
    False,
    True,
)
OPENS_TEMPORARY_STAY = choice(
    "eligibility.prot_temp",
    "Ouvrir la clause : protection temporaire, demandeurs d’asile autorisés",
    False,
    True,
)
OPENS_FRENCH = choice(
    "eligibility.fle", "Ouvrir la clause : personnes qui maîtrisent peu le français", False, True
)
OPENS_MOBILITY = choice(
    "eligibility.mobilite", "Ouvrir la clause : personnes aux freins de mobilité", False, True
)
OPENS_TIH = choice(
    "eligibility.tih", "Ouvrir la clause : travailleurs indépendants handicapés", False, True
)
OPENS_REDUNDANCY = choice(
    "eligibility.csp", "Ouvrir la clause : licenciés économiques", False, True
)
OPENS_EBE = choice(
    "eligibility.ebe", "Ouvrir la clause : salariés d’une entreprise à but d’emploi", False, True
)

LOCAL = (
    Ground(
        EligibilityCategory.IAE_EITI,
        "Travailleur indépendant suivi par une EITI",
        Group.LOCAL,
        (enrolled_in(Structure.EITI), holds_pass),
        ((ProofKind.STRUCTURE,), (ProofKind.PATHWAY,)),
        1,
        INCLUSION_SELF_EMPLOYED,
        Confidence.VARIES,
        opening=OPENS_EITI,
    ),
    Ground(
        EligibilityCategory.PLIE,
        "Participant d’un PLIE",
        Group.LOCAL,
        (followed_by(Scheme.PLIE),),
        ((ProofKind.SCHEME,),),
        1,
        PLIE,
        Confidence.VARIES,
        opening=OPENS_PLIE,
    ),
    Ground(
        EligibilityCategory.FORMER_IAE,
        "Personne sortie d’un parcours d’insertion par l’activité économique",
        Group.LOCAL,
        (left(Scheme.IAE, within=PATHWAY_EXIT_MONTHS),),
        ((ProofKind.PATHWAY_EXIT,),),
        2,
        PRACTICE,
        Confidence.VARIES,
        opening=OPENS_FORMER_IAE,
    ),
    Ground(
        EligibilityCategory.RURAL_ZONE,
        "Habitant d’une zone France ruralités revitalisation éloigné de l’emploi",
        Group.LOCAL,
        (lives_in_rural_zone, seeks_work),
        ((ProofKind.ADDRESS,),),
        3,
        RURAL_ZONES,
        Confidence.VARIES,
        opening=OPENS_RURAL_ZONE,
    ),
    Ground(
        EligibilityCategory.CHILD_WELFARE,
        "Personne suivie par l’aide sociale à l’enfance, ou qui en sort",
        Group.LOCAL,
        (followed_or_left(Scheme.CHILD_WELFARE, within=CARE_EXIT_MONTHS),),
        ((ProofKind.CARE_EXIT,),),
        2,
        IAE_CRITERIA,
        Confidence.VARIES,
        Sensitivity.PRIVATE,
        OPENS_CHILD_WELFARE,
    ),
    Ground(
        EligibilityCategory.JUSTICE,
        "Personne placée sous main de justice, ou qui sort de détention",
        Group.LOCAL,
        (followed_or_left(Scheme.PROBATION, Scheme.DETENTION, within=DETENTION_EXIT_MONTHS),),
        ((ProofKind.JUSTICE,),),
        1,
        IAE_CRITERIA,
        Confidence.VARIES,
        Sensitivity.JUSTICE,
        OPENS_JUSTICE,
    ),
    Ground(
        EligibilityCategory.SINGLE_PARENT,
        "Parent isolé en recherche d’emploi",
        Group.LOCAL,
        (meets(Difficulty.SINGLE_PARENT), seeks_work),
        ((ProofKind.FAMILY_FUND,),),
        2,
        IAE_CRITERIA,
        Confidence.VARIES,
        Sensitivity.PRIVATE,
        OPENS_SINGLE_PARENT,
    ),
    Ground(
        EligibilityCategory.NO_HOME,
        "Personne sans hébergement, hébergée ou au parcours de rue",
        Group.LOCAL,
        (meets(Difficulty.NO_HOME),),
        ((ProofKind.HOUSING,),),
        1,
        IAE_CRITERIA,
        Confidence.VARIES,
        Sensitivity.PRIVATE,
        OPENS_NO_HOME,
    ),
    Ground(
        EligibilityCategory.TEMPORARY_STAY,
        "Bénéficiaire de la protection temporaire, demandeur d’asile autorisé à travailler",
        Group.LOCAL,
        (stays_as(StayStatus.TEMPORARY_PROTECTION, StayStatus.ASYLUM_SEEKER),),
        ((ProofKind.WORK_PERMIT,),),
        2,
        TEMPORARY_STAY,
        Confidence.VARIES,
        opening=OPENS_TEMPORARY_STAY,
    ),
    Ground(
        EligibilityCategory.FRENCH,
        "Personne dont le français est inférieur au niveau A1",
        Group.LOCAL,
        (meets(Difficulty.FRENCH_BELOW_A1),),
        ((ProofKind.LANGUAGE,),),
        3,
        IAE_CRITERIA,
        Confidence.VARIES,
        opening=OPENS_FRENCH,
    ),
    Ground(
        EligibilityCategory.MOBILITY,
        "Personne que sa mobilité éloigne de l’emploi",
        Group.LOCAL,
        (meets(Difficulty.MOBILITY),),
        ((ProofKind.MOBILITY,),),
        3,
        IAE_CRITERIA,
        Confidence.VARIES,
        opening=OPENS_MOBILITY,
    ),
    Ground(
        EligibilityCategory.TIH,
        "Travailleur indépendant handicapé",
        Group.LOCAL,
        (enrolled_in(Structure.TIH), is_boeth),
        ((ProofKind.BOETH,), (ProofKind.SIRET,)),
        2,
        AQUAREEL_2025_PUBLICS,
        Confidence.VARIES,
        Sensitivity.HEALTH,
        OPENS_TIH,
    ),
    Ground(
        EligibilityCategory.REDUNDANCY,
        "Licencié économique, personne en reconversion contrainte",
        Group.LOCAL,
        (followed_or_left(Scheme.REDUNDANCY, within=REDUNDANCY_MONTHS), seeks_work),
        ((ProofKind.REDUNDANCY,),),
        3,
        REDUNDANCY_SUPPORT,
        Confidence.VARIES,
        opening=OPENS_REDUNDANCY,
    ),
    Ground(
        EligibilityCategory.EBE,
        "Salarié d’une entreprise à but d’emploi",
        Group.LOCAL,
        (enrolled_in(Structure.EBE),),
        ((ProofKind.STRUCTURE,),),
        1,
        ZERO_UNEMPLOYMENT,
        Confidence.VARIES,
        opening=OPENS_EBE,
    ),
)
