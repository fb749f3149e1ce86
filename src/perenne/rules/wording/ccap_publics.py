"""Who counts, and who checks it: the lists of publics and the check before hiring.

Sources: the clause d’insertion sociale of the CCAG of 2021 (x.1.1.1 by structure, x.1.1.2 by
situation), the doctrine of the committee for the 24 months.
"""

from collections.abc import Mapping

from perenne.rules.legal_bases import LegalBasis
from perenne.rules.wording.pieces import Paragraph, listing
from perenne.rules.wording.plan import Topic, article
from perenne.rules.wording.terms import ClauseTerms, Publics
from perenne.rules.wording.vocabulary import in_general_terms, the_contract, workers

BY_STRUCTURE = listing(
    "les salariés en parcours d’insertion par l’activité économique : entreprise d’insertion, "
    "atelier et chantier d’insertion, association intermédiaire, entreprise de travail "
    "temporaire d’insertion",
    "les salariés en parcours d’un groupement d’employeurs pour l’insertion et la qualification "
    "(GEIQ)",
    "les personnes employées par une régie de quartier ou de territoire",
    "les salariés d’une entreprise adaptée ou d’une entreprise adaptée de travail temporaire, "
    "les usagers d’un établissement et service d’accompagnement par le travail (ESAT)",
    "les personnes accueillies par un établissement pour l’insertion dans l’emploi (EPIDE) ou "
    "une école de la deuxième chance",
    "les personnes détenues qui travaillent en régie, pour le service de l’emploi pénitentiaire "
    "ou pour un concessionnaire",
)
BY_SITUATION = listing(
    "demandeurs d’emploi inscrits depuis plus de 12 mois, sans activité ou ayant travaillé moins "
    "de 6 mois au cours des 12 derniers mois",
    "bénéficiaires du revenu de solidarité active en recherche d’emploi",
    "bénéficiaires de l’obligation d’emploi mentionnés à l’article L. 5212-13 du code du "
    "travail, en recherche d’emploi",
    "bénéficiaires de l’allocation de solidarité spécifique, de l’allocation aux adultes "
    "handicapés, de l’allocation veuvage, d’une allocation ou pension d’invalidité",
    "jeunes de moins de 26 ans sans qualification (niveau inférieur à un CAP ou un BEP), sortis "
    "du système scolaire depuis au moins 6 mois et en recherche d’emploi",
    "jeunes de moins de 26 ans diplômés, sans activité depuis au moins 6 mois depuis leur sortie "
    "d’études",
    "jeunes suivis en parcours renforcé : PACEA, contrat d’engagement jeune, service militaire "
    "adapté ou volontaire",
    "demandeurs d’emploi de plus de 50 ans",
    "habitants d’un quartier prioritaire de la politique de la ville éloignés de l’emploi",
    "personnes ayant le statut de réfugié ou bénéficiant de la protection subsidiaire",
    "autres personnes rencontrant des difficultés particulières, sur proposition motivée de "
    "France Travail, d’une mission locale, de Cap emploi, d’un PLIE, d’une maison de l’emploi ou "
    "d’une maison départementale des personnes handicapées",
)
OPENINGS: Mapping[Publics, str] = {
    Publics.OPEN_LIST: "Les publics éligibles sont notamment les suivants.",
    Publics.CLOSED_LIST: "Les publics éligibles sont exclusivement les suivants.",
    Publics.URBAN_RENEWAL: (
        "Les publics éligibles sont les personnes qui, à la date de leur embauche, habitent un "
        "quartier prioritaire de la politique de la ville et relèvent de l’une des situations "
        "suivantes."
    ),
}


def publics(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    if terms.basis is LegalBasis.RESERVED_INCLUSION:
        return (
            f"Les publics éligibles sont les {workers(terms)} que le titulaire emploie ou "
            f"accompagne, et dont l’emploi fonde la réservation du {the_contract(terms)}"
            f"{in_general_terms(terms, 1)}.",
        )
    return (
        f"{OPENINGS[terms.publics]}",
        f"Au titre de la structure qui les emploie ou les accompagne{in_general_terms(terms, 1)} :",
        BY_STRUCTURE,
        "Au titre de leur situation :",
        BY_SITUATION,
        "L’éligibilité tient à la situation de la personne, jamais au contrat de travail qui lui "
        f"est proposé. {_residence(terms)}",
    )


def _residence(terms: ClauseTerms) -> str:
    if terms.publics is Publics.URBAN_RENEWAL:
        return "Aucune autre condition de résidence n’est opposée aux personnes."
    return "Aucune condition de résidence dans une commune ou un département n’est posée."


def eligibility(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    if terms.basis is LegalBasis.RESERVED_INCLUSION:
        return (_check("Avant d’affecter une personne aux prestations"), _in_post())
    months = terms.monitoring.entitlement_months
    return (
        _check("Avant toute embauche, toute mise à disposition et toute sous-traitance"),
        "Les heures travaillées avant cette vérification ne sont pas comptées, sauf décision "
        "écrite et motivée du facilitateur lorsque la personne était éligible à la date de son "
        "embauche. Une personne déjà salariée du titulaire en CDI à la notification n’est pas "
        "éligible, sauf si elle a été recrutée au titre d’une clause d’insertion.",
        "L’éligibilité s’apprécie à la date de l’embauche. Elle reste acquise, même si la "
        f"situation de la personne change, pendant {months} mois à compter de son premier jour de "
        "travail au titre d’une clause d’insertion, y compris en CDI, et pendant toute la durée "
        "du contrat en alternance ou du parcours dans une structure mentionnée à "
        f"l’{article(terms, Topic.PUBLICS)}.",
    )


def _check(when: str) -> str:
    return (
        f"{when}, le titulaire demande au facilitateur de vérifier que la personne est éligible. "
        "Le facilitateur se prononce au vu des justificatifs qu’il indique et répond seulement "
        "que la personne est éligible ou non éligible. Le titulaire ne demande pas à connaître le "
        "motif de cette réponse."
    )


def _in_post() -> str:
    return (
        "Les heures travaillées avant cette vérification ne sont pas comptées, sauf décision "
        "écrite et motivée du facilitateur. L’éligibilité reste acquise tant que le titulaire "
        "emploie ou accompagne la personne au titre de la réservation."
    )
