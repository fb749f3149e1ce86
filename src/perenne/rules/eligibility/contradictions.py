"""Facts that do not go together. Each one is a question to ask, never an accusation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from perenne.rules.eligibility.claims import (
    Declaration,
    already_permanent,
    cej_before_its_day,
    left_school_late,
    not_registered_long_enough,
    pass_expired,
    proof_after_hire,
    proof_not_yet_written,
    qualified,
    registered_as_a_child,
    registered_late,
    rsa_before_25,
    sheltered_and_employed,
    sheltered_and_ordinary,
    too_old_for_scheme,
    too_old_for_youth,
    too_young_for_senior,
    young_and_senior,
)
from perenne.rules.french import typeset
from perenne.rules.law import Confidence, Source, Table, cites
from perenne.rules.texts import (
    CCAG_PUBLICS_BY_SITUATION,
    COMMITTEE_CHECK,
    IAE_PATHWAY,
    RSA_AGE,
    SHELTERED_WORK,
    YOUTH_COMMITMENT,
)

Holds: TypeAlias = Callable[[Declaration], bool]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A row: what does not go together, and what to ask about it."""

    code: str
    label: str
    asks: str
    holds: Holds
    source: Source
    confidence: Confidence

    @property
    def question(self) -> str:
        return typeset(self.asks)


@cites(
    COMMITTEE_CHECK,
    CCAG_PUBLICS_BY_SITUATION,
    says="Les faits déclarés se contredisent-ils ?",
    confidence=Confidence.LIKELY,
)
def contradictions(declaration: Declaration) -> tuple[Contradiction, ...]:
    """Each fact that does not go with another, and the question to ask about it."""
    return tuple(row for row in CONTRADICTIONS if row.holds(declaration))


CONTRADICTIONS = Table(
    "contradictions",
    "Faits déclarés qui se contredisent",
    (
        Contradiction(
            "INSCRITE_APRES_EMBAUCHE",
            "Inscription à France Travail postérieure à l’embauche",
            "L'inscription à France Travail suit l'embauche : laquelle des deux dates est à "
            "corriger ?",
            registered_late,
            COMMITTEE_CHECK,
            Confidence.LIKELY,
        ),
        Contradiction(
            "INSCRITE_AVANT_16_ANS",
            "Inscription à France Travail avant seize ans",
            "La personne aurait été inscrite avant ses 16 ans : la date de naissance ou celle "
            "d'inscription est-elle à corriger ?",
            registered_as_a_child,
            COMMITTEE_CHECK,
            Confidence.LIKELY,
        ),
        Contradiction(
            "JEUNE_ET_SENIOR",
            "Jeune et senior à la fois",
            "Le dossier dit la personne jeune et senior : quelle est sa date de naissance ?",
            young_and_senior,
            CCAG_PUBLICS_BY_SITUATION,
            Confidence.SURE,
        ),
        Contradiction(
            "JEUNE_TROP_AGE",
            "Jeune déclaré dont l’âge dépasse la limite",
            "La personne n'est plus un jeune au sens de la clause le jour de l'embauche : sa date "
            "de naissance est-elle juste ?",
            too_old_for_youth,
            CCAG_PUBLICS_BY_SITUATION,
            Confidence.SURE,
        ),
        Contradiction(
            "SENIOR_TROP_JEUNE",
            "Senior déclaré dont l’âge n’atteint pas la limite",
            "La personne n'a pas encore l'âge d'un senior le jour de l'embauche : sa date de "
            "naissance est-elle juste ?",
            too_young_for_senior,
            CCAG_PUBLICS_BY_SITUATION,
            Confidence.SURE,
        ),
        Contradiction(
            "NON_QUALIFIE_DIPLOME",
            "Sans qualification, avec un diplôme de niveau 3 ou plus",
            "Un diplôme de niveau 3 au moins est déclaré : a-t-il été obtenu, ou seulement "
            "préparé ?",
            qualified,
            CCAG_PUBLICS_BY_SITUATION,
            Confidence.SURE,
        ),
        Contradiction(
            "ECOLE_APRES_EMBAUCHE",
            "Sortie de l’école postérieure à l’embauche",
            "La sortie de l'école suit l'embauche : s'agit-il d'une alternance, ou d'une date à "
            "corriger ?",
            left_school_late,
            COMMITTEE_CHECK,
            Confidence.LIKELY,
        ),
        Contradiction(
            "INSCRIPTION_TROP_COURTE",
            "Demandeur d’emploi de longue durée déclaré, inscription plus courte",
            "L'inscription est plus courte que la durée déclarée : y a-t-il eu une inscription "
            "antérieure, interrompue peu de temps ?",
            not_registered_long_enough,
            CCAG_PUBLICS_BY_SITUATION,
            Confidence.SURE,
        ),
        Contradiction(
            "ESAT_ET_ENTREPRISE",
            "Usager d’un ESAT et salarié d’une entreprise",
            "La personne est accueillie par un ESAT et salariée ailleurs : le temps partagé est-il "
            "prévu, et qui l'emploie pour ces heures ?",
            sheltered_and_employed,
            SHELTERED_WORK,
            Confidence.LIKELY,
        ),
        Contradiction(
            "ESAT_ET_MILIEU_ORDINAIRE",
            "Orientation vers un ESAT et milieu ordinaire",
            "L'orientation est vers un ESAT : une décision vers le milieu ordinaire l'a-t-elle "
            "remplacée ?",
            sheltered_and_ordinary,
            CCAG_PUBLICS_BY_SITUATION,
            Confidence.LIKELY,
        ),
        Contradiction(
            "PIECE_APRES_EMBAUCHE",
            "Justificatif daté d’après l’embauche",
            "Un justificatif est daté d'après l'embauche : atteste-t-il de la situation le jour "
            "de l'embauche ?",
            proof_after_hire,
            COMMITTEE_CHECK,
            Confidence.LIKELY,
        ),
        Contradiction(
            "PIECE_FUTURE",
            "Justificatif daté d’après le jour où il a été vu",
            "Un justificatif porte une date postérieure au jour où il a été vu : quelle est sa "
            "date ?",
            proof_not_yet_written,
            COMMITTEE_CHECK,
            Confidence.LIKELY,
        ),
        Contradiction(
            "DEJA_EN_CDI",
            "CDI chez le titulaire avant la notification du marché",
            "La personne était en CDI chez le titulaire avant le marché : une clause d'insertion "
            "l'avait-elle fait recruter ?",
            already_permanent,
            COMMITTEE_CHECK,
            Confidence.LIKELY,
        ),
        Contradiction(
            "PASS_EXPIRE",
            "PASS IAE expiré à l’embauche",
            "Le PASS IAE a pris fin avant l'embauche : a-t-il été prolongé ou suspendu ?",
            pass_expired,
            IAE_PATHWAY,
            Confidence.LIKELY,
        ),
        Contradiction(
            "RSA_AVANT_25_ANS",
            "RSA avant vingt-cinq ans",
            "Le RSA s'ouvre à 25 ans, sauf enfant à charge ou RSA jeune actif : à quel titre la "
            "personne le perçoit-elle ?",
            rsa_before_25,
            RSA_AGE,
            Confidence.LIKELY,
        ),
        Contradiction(
            "DISPOSITIF_JEUNE_TROP_AGE",
            "Suivi réservé aux jeunes, après leur âge",
            "Ce suivi s'adresse aux moins de 26 ans, sauf handicap : est-il toujours en cours ?",
            too_old_for_scheme,
            YOUTH_COMMITMENT,
            Confidence.LIKELY,
        ),
        Contradiction(
            "CEJ_AVANT_2022",
            "Contrat d’engagement jeune commencé avant mars 2022",
            "Le contrat d'engagement jeune existe depuis le 1er mars 2022 : était-ce la Garantie "
            "jeunes ?",
            cej_before_its_day,
            YOUTH_COMMITMENT,
            Confidence.SURE,
        ),
    ),
)
