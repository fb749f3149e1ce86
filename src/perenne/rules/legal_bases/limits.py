"""What a clause must not contain: each limit, why, and what to write instead.

Sources: the principles of public procurement (L3), the link with the object (L2112-2, L2112-3),
the Code du travail on discrimination, case law, the four mentions that the CCAG of 2021 asks for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from perenne.rules import texts
from perenne.rules.law import Confidence, Source, Table
from perenne.rules.legal_bases.drafts import Draft, Effect
from perenne.rules.thresholds import Stance
from perenne.values import Euros, Hours


@dataclass(frozen=True, slots=True)
class Limit:
    """`crossed`: whether the draft does it. `instead`: what to write."""

    code: str
    label: str
    crossed: Callable[[Draft], bool]
    reason: str
    instead: str
    effect: Effect
    source: Source
    confidence: Confidence = Confidence.LIKELY


CLAUSE_LIMITS = Table(
    "clause_limits",
    "Ce qu’une clause ne doit pas contenir",
    (
        Limit(
            "RESIDENCE",
            "Condition de résidence dans une commune ou un département",
            lambda draft: draft.asks_residence and not draft.in_zone_programme,
            "Le lieu de résidence est un motif de discrimination à l'embauche ; seule l'opération "
            "qui vise des quartiers prioritaires peut le demander (article L1133-5).",
            "Visez la situation des personnes, et faites du bassin d'emploi le secteur de "
            "recherche du facilitateur.",
            Effect.UNLAWFUL,
            texts.NO_DISCRIMINATION,
        ),
        Limit(
            "SANS_LIEN",
            "Condition ou critère sans lien avec l’objet du marché",
            lambda draft: not draft.is_linked,
            "Une condition d'exécution ou un critère se rattache aux prestations du marché, à un "
            "stade de leur cycle de vie.",
            "Rattachez les heures aux postes de travail que le marché mobilise.",
            Effect.UNLAWFUL,
            texts.LINK,
        ),
        Limit(
            "POLITIQUE_GENERALE",
            "Critère sur la politique sociale générale de l’entreprise",
            lambda draft: draft.notes_company_policy,
            "Un critère note ce qui est proposé pour ce marché, non la politique de l'entreprise.",
            "Notez l'action d'insertion proposée pour l'exécution de ce marché.",
            Effect.UNLAWFUL,
            texts.NANTES,
        ),
        Limit(
            "SEXE",
            "Sexe, condition d’éligibilité des personnes",
            lambda draft: draft.asks_sex,
            "Nul ne peut écarter une embauche en raison du sexe.",
            "Prévoyez des actions pour faire connaître les postes aux femmes et suivez leur part "
            "dans le bilan.",
            Effect.UNLAWFUL,
            texts.EQUALITY,
            Confidence.SURE,
        ),
        Limit(
            "ORIGINE",
            "Nationalité ou origine, condition d’éligibilité des personnes",
            lambda draft: draft.asks_origin,
            "L'origine et la nationalité sont des motifs de discrimination à l'embauche.",
            "Demandez seulement le droit de travailler en France.",
            Effect.UNLAWFUL,
            texts.NO_DISCRIMINATION,
            Confidence.SURE,
        ),
        Limit(
            "STRUCTURE_NOMMEE",
            "Structure d’insertion ou sous-traitant désigné",
            lambda draft: draft.names_structure,
            "Désigner une structure prive les autres d'un égal accès et l'entreprise du choix de "
            "ses moyens.",
            "Laissez le choix des modalités ; le facilitateur donne la liste des structures.",
            Effect.UNLAWFUL,
            texts.PRINCIPLES,
        ),
        Limit(
            "PREFERENCE_LOCALE",
            "Préférence pour les entreprises du territoire",
            lambda draft: draft.prefers_local_firms,
            "Favoriser par elles-mêmes les entreprises locales est discriminatoire.",
            "Demandez ce que l'exécution exige (délai d'intervention) ; un critère sur les emplois "
            "créés n'est admis que s'il tient à l'exécution du contrat.",
            Effect.UNLAWFUL,
            texts.LAVALIN,
            Confidence.SURE,
        ),
        Limit(
            "FACULTE_DITE_OBLIGATION",
            "Condition présentée comme imposée par la loi, alors qu’elle est une faculté",
            lambda draft: draft.said_compulsory and draft.duty.stance is Stance.MAY,
            "Pour ce contrat (défense ou sécurité, montant sous le seuil, contrat privé), la "
            "condition est une faculté de l'acheteur.",
            "Écrivez que l'acheteur prévoit la condition, sans citer l'obligation.",
            Effect.INCORRECT,
            texts.DEFENCE,
            Confidence.SURE,
        ),
        Limit(
            "HEURES_DITES_OBLIGATOIRES",
            "Volume d’heures présenté comme imposé par la loi",
            lambda draft: draft.hours_said_compulsory,
            "La loi demande une condition sociale ou relative à l'emploi, non des heures "
            "d'insertion.",
            "Présentez le volume comme le choix de l'acheteur pour répondre à l'obligation.",
            Effect.INCORRECT,
            texts.DUTY,
        ),
        Limit(
            "CRITERE_NON_ANNONCE",
            "Critère ou pondération non annoncés",
            lambda draft: draft.criterion and not draft.criterion_announced,
            "Un critère et son poids sont connus des candidats avant la remise des offres.",
            "Écrivez le critère et sa pondération dans l'avis ou le règlement de la consultation.",
            Effect.UNLAWFUL,
            texts.CRITERIA_PUBLIC,
        ),
        Limit(
            "CONDITION_NON_ANNONCEE",
            "Condition absente des documents de la consultation",
            lambda draft: not draft.condition_announced,
            "Une condition que les candidats n'ont pas connue rompt leur égalité de traitement.",
            "Écrivez-la dans le CCAP et annoncez-la dans le règlement de la consultation.",
            Effect.UNLAWFUL,
            texts.PRINCIPLES,
        ),
        Limit(
            "RESERVATION_NON_ANNONCEE",
            "Réservation qui n’est pas mentionnée dans l’avis",
            lambda draft: draft.reserved and not draft.reservation_announced,
            "La décision de réserver figure dans l'avis ou, à défaut, dans les documents de la "
            "consultation.",
            "Mentionnez la réservation et son article dans l'avis.",
            Effect.UNLAWFUL,
            texts.RESERVED_NOTICE,
            Confidence.SURE,
        ),
        Limit(
            "PENALITE_SANS_MONTANT",
            "Pénalité annoncée sans montant",
            lambda draft: draft.penalised and (draft.penalty is None or draft.penalty <= Euros(0)),
            "Le CCAG ne donne aucun montant par défaut : la pénalité ne pourra pas être appliquée.",
            "Écrivez dans le CCAP un montant par heure non réalisée.",
            Effect.UNENFORCEABLE,
            texts.CCAG_PENALTIES,
        ),
        Limit(
            "SANS_PERIMETRE",
            "Heures demandées sans le périmètre de l’action",
            lambda draft: draft.hours is not None and not draft.says_perimeter,
            "Le CCAG demande d'indiquer le périmètre de l'action d'insertion.",
            "Dites le marché ou les lots, et les prestations dans lesquelles les heures comptent.",
            Effect.INCOMPLETE,
            texts.CCAG_CLAUSE,
            Confidence.SURE,
        ),
        Limit(
            "SANS_FACILITATEUR",
            "Heures demandées sans les coordonnées du facilitateur",
            lambda draft: (
                draft.hours is not None and draft.has_facilitator and not draft.says_facilitator
            ),
            "Le CCAG demande les coordonnées du facilitateur, quand il y en a un.",
            "Donnez le nom, l'organisme, le courriel et le téléphone du facilitateur.",
            Effect.INCOMPLETE,
            texts.CCAG_CLAUSE,
            Confidence.SURE,
        ),
        Limit(
            "SANS_PUBLICS",
            "Heures demandées sans les publics éligibles",
            lambda draft: draft.hours is not None and not draft.says_publics,
            "Le CCAG demande d'indiquer les profils des publics éligibles.",
            "Reprenez la liste du CCAG, ou la liste fermée que l'acheteur choisit.",
            Effect.INCOMPLETE,
            texts.CCAG_CLAUSE,
            Confidence.SURE,
        ),
        Limit(
            "SANS_VOLUME",
            "Clause d’heures sans volume",
            lambda draft: draft.hours is not None and draft.hours <= Hours(0),
            "Le CCAG demande le volume d'heures du titulaire : sans lui, rien n'est dû.",
            "Écrivez le volume calibré, lot par lot.",
            Effect.INCOMPLETE,
            texts.CCAG_CLAUSE,
            Confidence.SURE,
        ),
    ),
)
