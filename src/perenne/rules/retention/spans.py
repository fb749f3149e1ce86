"""How long each thing is kept: numbers of the law by date, numbers of practice as parameters."""

from __future__ import annotations

from datetime import date

from perenne.rules.law import Confidence, Dated
from perenne.rules.practice import parameter
from perenne.rules.texts import (
    AQUAREEL_2025_DATA,
    CNIL_INACTIVE,
    CNIL_LOGS,
    CNIL_SOCIAL,
    CONTRACT_ARCHIVE,
    ESF_ARCHIVE,
    ESF_ARCHIVE_2014,
    PRESCRIPTION,
)

UNUSED_PROOF_DAYS = parameter(
    "retention.unused_proof",
    "Conservation d’un justificatif refusé ou non utilisé, après la décision",
    30,
    between=(0, 60),
    unit="jours",
)
PROOF_COPY_DAYS = parameter(
    "retention.proof_copy",
    "Conservation de la copie d’un justificatif accepté, après la décision",
    0,
    between=(0, 30),
    unit="jours",
)
PERSON_MONTHS = parameter(
    "retention.person",
    "Conservation du dossier d’une personne, après le dernier contact",
    24,
    between=(6, 24),
    unit="mois",
    source=CNIL_SOCIAL,
)
IN_POST_MONTHS = parameter(
    "retention.in_post",
    "Conservation prévue par le marché, après le premier jour en poste",
    48,
    between=(12, 60),
    unit="mois",
    source=AQUAREEL_2025_DATA,
)
CONTRACT_OVER_MONTHS = parameter(
    "retention.contract_over",
    "Conservation prévue par le marché, après sa fin",
    24,
    between=(6, 60),
    unit="mois",
    source=AQUAREEL_2025_DATA,
)
CONTRACT_YEARS = parameter(
    "retention.contract",
    "Conservation du dossier du marché, après le paiement du solde (la loi : 10 ans en travaux, 5 "
    "ans en fournitures et services, depuis la fin de l’exécution ; le plus long sert pour tous)",
    10,
    between=(10, 30),
    unit="ans",
    source=CONTRACT_ARCHIVE,
)
ESF_PLUS_YEARS = Dated(
    {date(2021, 7, 1): 5},
    ESF_ARCHIVE,
    Confidence.LIKELY,
    meaning="Conservation après le 31 décembre de l’année du dernier paiement du FSE+",
    unit="ans",
)
ESF_2014_YEARS = Dated(
    {date(2014, 1, 1): 3},
    ESF_ARCHIVE_2014,
    meaning="Conservation après le 31 décembre qui suit les comptes du FSE 2014-2020",
    unit="ans",
)
DRAFT_DAYS = parameter(
    "retention.draft",
    "Conservation du brouillon d’un visiteur, après la dernière modification",
    30,
    between=(7, 90),
    unit="jours",
)
PROGRAMME_CONTACT_MONTHS = parameter(
    "retention.programme_contact",
    "Conservation des coordonnées laissées avec une programmation",
    36,
    between=(12, 36),
    unit="mois",
    source=CNIL_INACTIVE,
)
ENQUIRY_MONTHS = parameter(
    "retention.enquiry",
    "Conservation d’un message adressé au comité, après le dernier échange",
    12,
    between=(6, 36),
    unit="mois",
)
CLAIM_YEARS = Dated(
    {date(2008, 6, 19): 5},
    PRESCRIPTION,
    Confidence.LIKELY,
    meaning="Conservation d’une preuve jusqu’à la prescription de l’action",
    unit="ans",
)
ACCESS_LOG_MONTHS = parameter(
    "retention.access_log",
    "Conservation du journal des connexions",
    12,
    between=(6, 12),
    unit="mois",
    source=CNIL_LOGS,
)
JOURNAL_MONTHS = parameter(
    "retention.journal",
    "Conservation du journal des actes, comme contrôle interne",
    36,
    between=(6, 36),
    unit="mois",
    source=CNIL_LOGS,
)
ACCOUNT_MONTHS = parameter(
    "retention.account",
    "Conservation d’un compte inutilisé, après la dernière connexion",
    24,
    between=(12, 36),
    unit="mois",
    source=CNIL_INACTIVE,
)
MESSAGE_MONTHS = parameter(
    "retention.message",
    "Conservation de la copie d’un courriel envoyé",
    12,
    between=(1, 24),
    unit="mois",
)
JOB_DAYS = parameter(
    "retention.job",
    "Conservation de la trace d’un traitement automatique",
    30,
    between=(7, 90),
    unit="jours",
)
