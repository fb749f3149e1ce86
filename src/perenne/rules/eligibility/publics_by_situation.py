"""Group two of the CCAG: eligible by a situation that keeps one from a job (x.1.1.2)."""

from perenne.rules.eligibility.categories import (
    EligibilityCategory,
    Ground,
    Group,
    Sensitivity,
)
from perenne.rules.eligibility.conditions.age_and_school import (
    has_diploma,
    is_idle,
    is_senior,
    is_unqualified,
    is_young,
    left_school,
)
from perenne.rules.eligibility.conditions.following import followed_or_left
from perenne.rules.eligibility.conditions.job_seeking import (
    registered_for,
    seeks_work,
    worked_little,
)
from perenne.rules.eligibility.conditions.places import lives_in_qpv
from perenne.rules.eligibility.conditions.rights import (
    draws,
    draws_rsa,
    is_boeth,
    is_recommended,
    stays_as,
    works_in_ordinary_settings,
)
from perenne.rules.eligibility.facts import Allowance, Scheme, StayStatus
from perenne.rules.eligibility.numbers import (
    LONG_TERM_MONTHS,
    SCHEME_EXIT_MONTHS,
    VERY_LONG_TERM_MONTHS,
)
from perenne.rules.eligibility.proof_kinds import ProofKind
from perenne.rules.law import Confidence
from perenne.rules.texts import CCAG_PUBLICS_BY_SITUATION, DISABLED_WORKERS, REFUGEE_STATUS

_REGISTRATION = ((ProofKind.FRANCE_TRAVAIL,),)
_EMPLOYMENT = (ProofKind.FRANCE_TRAVAIL, ProofKind.MISSION_LOCALE)
_FAMILY_FUND = ((ProofKind.FAMILY_FUND,),)
_PAYER = ((ProofKind.PAYER,),)


BY_SITUATION = (
    Ground(
        EligibilityCategory.DETLD,
        "Demandeur d’emploi de très longue durée",
        Group.SITUATION,
        (registered_for(VERY_LONG_TERM_MONTHS), worked_little),
        _REGISTRATION,
        1,
        CCAG_PUBLICS_BY_SITUATION,
        Confidence.SURE,
    ),
    Ground(
        EligibilityCategory.DELD,
        "Demandeur d’emploi de longue durée",
        Group.SITUATION,
        (registered_for(LONG_TERM_MONTHS), worked_little),
        _REGISTRATION,
        2,
        CCAG_PUBLICS_BY_SITUATION,
        Confidence.SURE,
    ),
    Ground(
        EligibilityCategory.RSA,
        "Bénéficiaire du RSA en recherche d’emploi",
        Group.SITUATION,
        (draws_rsa, seeks_work),
        _FAMILY_FUND,
        1,
        CCAG_PUBLICS_BY_SITUATION,
        Confidence.SURE,
    ),
    Ground(
        EligibilityCategory.TH,
        "Bénéficiaire de l’obligation d’emploi, demandeur d’emploi en milieu ordinaire",
        Group.SITUATION,
        (is_boeth, works_in_ordinary_settings, seeks_work),
        ((ProofKind.BOETH,),),
        1,
        CCAG_PUBLICS_BY_SITUATION,
        Confidence.SURE,
        Sensitivity.HEALTH,
        definition=DISABLED_WORKERS,
    ),
    Ground(
        EligibilityCategory.ASS,
        "Allocataire de l’allocation de solidarité spécifique (ASS)",
        Group.SITUATION,
        (draws(Allowance.ASS),),
        ((ProofKind.PAYER, ProofKind.FRANCE_TRAVAIL),),
        1,
        CCAG_PUBLICS_BY_SITUATION,
        Confidence.SURE,
    ),
    Ground(
        EligibilityCategory.AAH,
        "Allocataire de l’allocation aux adultes handicapés (AAH)",
        Group.SITUATION,
        (draws(Allowance.AAH),),
        _FAMILY_FUND,
        1,
        CCAG_PUBLICS_BY_SITUATION,
        Confidence.SURE,
        Sensitivity.HEALTH,
    ),
    Ground(
        EligibilityCategory.INSERTION_ALLOWANCE,
        "Bénéficiaire de l’allocation d’insertion",
        Group.SITUATION,
        (draws(Allowance.INSERTION),),
        _PAYER,
        2,
        CCAG_PUBLICS_BY_SITUATION,
        Confidence.SURE,
    ),
    Ground(
        EligibilityCategory.WIDOWHOOD,
        "Bénéficiaire de l’allocation veuvage",
        Group.SITUATION,
        (draws(Allowance.WIDOWHOOD),),
        _PAYER,
        2,
        CCAG_PUBLICS_BY_SITUATION,
        Confidence.SURE,
    ),
    Ground(
        EligibilityCategory.INVALIDITY,
        "Titulaire d’une allocation ou d’une pension d’invalidité",
        Group.SITUATION,
        (draws(Allowance.INVALIDITY),),
        ((ProofKind.PENSION,),),
        2,
        CCAG_PUBLICS_BY_SITUATION,
        Confidence.SURE,
        Sensitivity.HEALTH,
    ),
    Ground(
        EligibilityCategory.UNQUALIFIED_YOUTH,
        "Jeune sans qualification, sorti de l’école et en recherche d’emploi",
        Group.SITUATION,
        (is_young, is_unqualified, left_school, seeks_work),
        ((ProofKind.IDENTITY,), (ProofKind.MISSION_LOCALE, ProofKind.DECLARATION)),
        1,
        CCAG_PUBLICS_BY_SITUATION,
        Confidence.SURE,
    ),
    Ground(
        EligibilityCategory.GRADUATE_YOUTH,
        "Jeune diplômé sans activité depuis sa sortie d’études",
        Group.SITUATION,
        (is_young, has_diploma, is_idle),
        ((ProofKind.IDENTITY,), (ProofKind.DIPLOMA,), _EMPLOYMENT),
        3,
        CCAG_PUBLICS_BY_SITUATION,
        Confidence.SURE,
    ),
    Ground(
        EligibilityCategory.FOLLOWED_YOUTH,
        "Jeune en suivi renforcé : PACEA, contrat d’engagement jeune, SMA, SMV",
        Group.SITUATION,
        (
            followed_or_left(
                Scheme.PACEA,
                Scheme.CEJ,
                Scheme.YOUTH_GUARANTEE,
                Scheme.SMA,
                Scheme.SMV,
                within=SCHEME_EXIT_MONTHS,
            ),
        ),
        ((ProofKind.SCHEME, *_EMPLOYMENT),),
        1,
        CCAG_PUBLICS_BY_SITUATION,
        Confidence.SURE,
    ),
    Ground(
        EligibilityCategory.SENIOR,
        "Demandeur d’emploi de plus de 50 ans",
        Group.SITUATION,
        (is_senior, seeks_work),
        ((ProofKind.IDENTITY,), (ProofKind.FRANCE_TRAVAIL,)),
        2,
        CCAG_PUBLICS_BY_SITUATION,
        Confidence.SURE,
    ),
    Ground(
        EligibilityCategory.QPV,
        "Habitant d’un quartier prioritaire éloigné de l’emploi",
        Group.SITUATION,
        (lives_in_qpv, seeks_work),
        ((ProofKind.ADDRESS,), (ProofKind.URBAN_MAP,), _EMPLOYMENT),
        2,
        CCAG_PUBLICS_BY_SITUATION,
        Confidence.SURE,
    ),
    Ground(
        EligibilityCategory.REFUGEE,
        "Réfugié ou bénéficiaire de la protection subsidiaire",
        Group.SITUATION,
        (stays_as(StayStatus.REFUGEE, StayStatus.SUBSIDIARY_PROTECTION),),
        ((ProofKind.STAY,),),
        1,
        CCAG_PUBLICS_BY_SITUATION,
        Confidence.SURE,
        definition=REFUGEE_STATUS,
    ),
    Ground(
        EligibilityCategory.OPINION,
        "Autre personne en difficulté, sur avis motivé d’un organisme de la liste",
        Group.SITUATION,
        (is_recommended,),
        ((ProofKind.OPINION,),),
        2,
        CCAG_PUBLICS_BY_SITUATION,
        Confidence.SURE,
    ),
)
