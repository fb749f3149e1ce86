"""The files, each with its versions. A version that was sent is never changed: another follows it.

Only two of them rest on a published list: the common indicators of the FSE+ and the schema of the
essential data. For the others no public format exists: the columns are those that the published
consolidations show, and whoever receives the file may ask for others.
"""

from __future__ import annotations

from datetime import date

from perenne.rules.consolidation.mapping import About, Asked, Consolidation
from perenne.rules.law import Confidence
from perenne.rules.texts import (
    ANRU,
    AVE_CONSOLIDATION,
    DECP_SCHEMA,
    ESF_INDICATORS,
    REGIONAL_OBSERVATORY,
    SPASER,
)

FREE = "Format libre : aucun format public n’existe ; confirmez les colonnes avec le destinataire."
_BUYER, _CONTRACT = "à compléter sur la fiche de l’acheteur", "à compléter sur le marché"
_PERSON = "à demander à la personne, puis à noter sur sa demande d’éligibilité"
_VOLUMES = (
    Asked("Heures prévues", "hours_due"),
    Asked("Heures réalisées", "hours_done"),
    Asked("Participants", "persons"),
    Asked("Femmes", "women"),
    Asked("Moins de 26 ans", "under_26"),
    Asked("Plus de 50 ans", "over_50"),
    Asked("Habitants de QPV", "qpv"),
    Asked("Contrats de travail", "hirings"),
)

AVE = Consolidation(
    "ave",
    "Consolidation nationale (Alliance Villes Emploi)",
    About.CONTRACT,
    "2026-1",
    date(2026, 1, 1),
    AVE_CONSOLIDATION,
    Confidence.VARIES,
    is_official=False,
    form=FREE,
    columns=(
        Asked("Maître d’ouvrage", "buyer"),
        Asked("SIRET du maître d’ouvrage", "buyer_siret", _BUYER),
        Asked("Type de maître d’ouvrage", "buyer_kind", _BUYER),
        Asked("Marché", "object"),
        Asked("Référence", "reference"),
        Asked("Segment d’achat", "segment", "à choisir sur le lot ou l’achat"),
        Asked("Intercommunalité", "epci", "à préciser : commune d’exécution"),
        Asked("Montant HT", "amount", _CONTRACT),
        Asked("Notifié le", "notified_on", _CONTRACT),
        *_VOLUMES,
    ),
)
REGION = Consolidation(
    "region",
    "Observatoire régional",
    About.TERRITORY,
    "2026-1",
    date(2026, 1, 1),
    REGIONAL_OBSERVATORY,
    Confidence.VARIES,
    is_official=False,
    form=FREE,
    columns=(
        Asked("Code de l’intercommunalité", "code"),
        Asked("Intercommunalité", "epci"),
        Asked("Marchés", "contracts"),
        *_VOLUMES,
        Asked("Heures de formation", "training_hours"),
        Asked("Sorties", "exits"),
        Asked("Sorties vers l’emploi", "exits_to_work"),
    ),
)
SPASER_FILE = Consolidation(
    "spaser",
    "Indicateurs du SPASER (achats socialement responsables)",
    About.BUYER,
    "2026-1",
    date(2023, 1, 1),
    SPASER,
    Confidence.LIKELY,
    is_official=True,
    form="La loi demande des taux en nombre ou en valeur ; elle ne fixe aucun format de fichier.",
    columns=(
        Asked("Acheteur", "buyer"),
        Asked("SIRET", "buyer_siret", _BUYER),
        Asked("Marchés notifiés connus ici", "contracts"),
        Asked("Montant HT de ces marchés", "amount"),
        Asked("Dont avec considération sociale (nombre)", "social_contracts"),
        Asked("Dont avec considération sociale (montant HT)", "social_amount"),
        Asked("Part en nombre", "social_share"),
        Asked("Part en valeur", "social_amount_share"),
        Asked("Dont réservés (nombre)", "reserved_contracts"),
        Asked("Dont réservés (montant HT)", "reserved_amount"),
        Asked("Heures d’insertion réalisées", "hours_done"),
        Asked(
            "Total des achats de l’année (montant HT)",
            "all_purchases",
            "à fournir par l’acheteur : tous ses marchés ne sont pas ici",
        ),
        Asked(
            "Achats aux entreprises ESUS (montant HT)",
            "esus_amount",
            "à fournir par l’acheteur : l’agrément n’est pas connu ici",
        ),
    ),
)
ANRU_FILE = Consolidation(
    "anru",
    "Charte nationale d’insertion de l’ANRU",
    About.CONTRACT,
    "2026-1",
    date(2015, 3, 24),
    ANRU,
    Confidence.LIKELY,
    is_official=False,
    form=FREE,
    columns=(
        Asked("Maître d’ouvrage", "buyer"),
        Asked("SIRET du maître d’ouvrage", "buyer_siret", _BUYER),
        Asked("Marché", "object"),
        Asked("Référence", "reference"),
        Asked(
            "Projet de renouvellement urbain",
            "renewal_project",
            "à préciser : la convention n’est pas connue ici ; ôtez les marchés hors projet",
        ),
        Asked("Montant HT", "amount", _CONTRACT),
        Asked("Heures dues", "hours_due"),
        Asked("Heures réalisées", "hours_done"),
        Asked("Dont par des habitants de QPV", "qpv_hours"),
        Asked("Participants", "persons"),
        Asked("Dont habitants de QPV", "qpv"),
        Asked("QPV non renseigné", "qpv_unknown"),
    ),
)
ESF = Consolidation(
    "fse",
    "FSE+ : indicateurs des participants, à l’entrée et à la sortie",
    About.PERSON,
    "2021-1",
    date(2021, 7, 1),
    ESF_INDICATORS,
    Confidence.SURE,
    is_official=True,
    form="L’annexe I fixe les indicateurs ; le format du fichier dépend de l’autorité de gestion. "
    "Ni le handicap, ni l’origine, ni le logement ne sortent d’ici : saisissez-les là-bas.",
    columns=(
        Asked("Code du participant", "code"),
        Asked("Entrée le", "entered_on"),
        Asked("Sexe", "sex", _PERSON),
        Asked("Âge à l’entrée (moins de 18, 18-29, 30-54, 55 et plus)", "age", _PERSON),
        Asked("Situation à l’entrée", "status", _PERSON),
        Asked("Niveau d’études (CITE)", "education", _PERSON),
        Asked("Zone rurale ou quartier prioritaire", "place"),
        Asked("Heures réalisées", "hours_done"),
        Asked("Sortie le", "left_on"),
        Asked("Situation à la sortie", "exit"),
        Asked("Situation six mois après", "after_six_months"),
    ),
)
DECP = Consolidation(
    "decp",
    "Données essentielles : considérations sociales",
    About.PUBLICATION,
    "2.0.3",
    date(2024, 1, 1),
    DECP_SCHEMA,
    Confidence.SURE,
    is_official=True,
    form="Extrait du schéma officiel ; le fichier complet se prépare à la page « Données "
    "essentielles ».",
    columns=(
        Asked("id", "reference", _CONTRACT),
        Asked("acheteur.id", "buyer_siret", _BUYER),
        Asked("objet", "object", _CONTRACT),
        Asked("codeCPV", "cpv", _CONTRACT),
        Asked("montant", "amount", _CONTRACT),
        Asked("dateNotification", "notified_on", _CONTRACT),
        Asked("considerationsSociales", "social", "à publier avec la clause du marché"),
        Asked("Autres champs qui manquent", "lacking"),
    ),
)
CONSOLIDATIONS = (AVE, REGION, SPASER_FILE, ANRU_FILE, ESF, DECP)
