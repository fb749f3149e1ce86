"""The numbers that the Labour Code fixes for the employment contracts of a clause.

Asked before their first day they raise LookupError: a trial scheme is not guessed.
"""

from datetime import date

from perenne.rules.law import Confidence, Dated
from perenne.rules.texts import (
    ADAPTED_TEMPORARY,
    APPRENTICE_AGE,
    APPRENTICESHIP,
    FIXED_TERM,
    INCLUSION_ASSOCIATION_CAP,
    INCLUSION_ENTERPRISE,
    INCLUSION_PERMANENT,
    INCLUSION_SHORT_WEEK,
    INCLUSION_TEMPORARY,
    INCLUSION_WORKSITE,
    PROFESSIONAL_TRAINING,
    STEPPING_STONE,
    TEMPORARY_WORK,
)
from perenne.values import Hours

_CODE_DAY = date(2008, 5, 1)
_INCLUSION_DAY = date(2010, 1, 1)
_TRAINING_LAW_DAY = date(2019, 1, 1)
_STEPPING_STONE_DAY = date(2024, 2, 12)

INCLUSION_LEAST = Dated(
    {_INCLUSION_DAY: 4}, INCLUSION_ENTERPRISE, meaning="Durée minimale d’un CDDI", unit="mois"
)
INCLUSION_MOST = Dated(
    {_INCLUSION_DAY: 24},
    INCLUSION_WORKSITE,
    meaning="Durée maximale d’un CDDI, renouvellements compris",
    unit="mois",
)
INCLUSION_WEEK = Dated(
    {_INCLUSION_DAY: Hours.of(20)},
    INCLUSION_SHORT_WEEK,
    meaning="Durée hebdomadaire minimale d’un CDDI",
)
PERMANENT_INCLUSION_AGE = Dated(
    {date(2021, 9, 1): 57},
    INCLUSION_PERMANENT,
    Confidence.LIKELY,
    meaning="Âge dès lequel un CDI inclusion peut être signé",
    unit="ans",
)
STEPPING_STONE_LEAST = Dated(
    {_STEPPING_STONE_DAY: 4},
    STEPPING_STONE,
    meaning="Durée minimale d’un CDD tremplin",
    unit="mois",
)
STEPPING_STONE_MOST = Dated(
    {_STEPPING_STONE_DAY: 24},
    STEPPING_STONE,
    meaning="Durée maximale d’un CDD tremplin, renouvellements compris",
    unit="mois",
)
STEPPING_STONE_WEEK = Dated(
    {_STEPPING_STONE_DAY: Hours.of(20)},
    STEPPING_STONE,
    meaning="Durée hebdomadaire minimale d’un CDD tremplin",
)
ASSOCIATION_HOURS = Dated(
    {_CODE_DAY: Hours.of(480)},
    INCLUSION_ASSOCIATION_CAP,
    meaning="Mise à disposition d’une même personne en entreprise par une AI, sur 24 mois",
)
PREFECT_MAY_EASE = Dated(
    {_CODE_DAY: False, date(2021, 9, 1): True},
    INCLUSION_ASSOCIATION_CAP,
    meaning="Le préfet peut autoriser une AI à dépasser ce plafond",
)
APPRENTICE_FROM = Dated(
    {_CODE_DAY: 15},
    APPRENTICE_AGE,
    meaning="Âge en dessous duquel l’apprentissage est fermé",
    unit="ans",
)
APPRENTICE_TO = Dated(
    {_CODE_DAY: 25, _TRAINING_LAW_DAY: 29},
    APPRENTICE_AGE,
    meaning="Âge le plus grand à l’entrée en apprentissage, en années révolues",
    unit="ans",
)
APPRENTICE_LEAST = Dated(
    {_CODE_DAY: 12, _TRAINING_LAW_DAY: 6},
    APPRENTICESHIP,
    Confidence.LIKELY,
    meaning="Durée minimale d’un contrat d’apprentissage",
    unit="mois",
)
APPRENTICE_MOST = Dated(
    {_CODE_DAY: 36},
    APPRENTICESHIP,
    meaning="Durée maximale d’un contrat d’apprentissage",
    unit="mois",
)
PROFESSIONAL_LEAST = Dated(
    {_CODE_DAY: 6},
    PROFESSIONAL_TRAINING,
    meaning="Durée minimale d’un contrat de professionnalisation",
    unit="mois",
)
PROFESSIONAL_MOST = Dated(
    {_CODE_DAY: 24, _TRAINING_LAW_DAY: 36},
    PROFESSIONAL_TRAINING,
    Confidence.LIKELY,
    meaning="Durée maximale d’un contrat de professionnalisation, selon le public et la branche",
    unit="mois",
)
FIXED_TERM_MOST = Dated(
    {_CODE_DAY: 18},
    FIXED_TERM,
    Confidence.LIKELY,
    meaning="Durée maximale d’un CDD, renouvellements compris, sauf accord de branche",
    unit="mois",
)
MISSION_MOST = Dated(
    {_CODE_DAY: 18},
    TEMPORARY_WORK,
    Confidence.LIKELY,
    meaning="Durée maximale d’une mission d’intérim, renouvellements compris",
    unit="mois",
)
INCLUSION_MISSION_MOST = Dated(
    {_CODE_DAY: 24},
    INCLUSION_TEMPORARY,
    Confidence.LIKELY,
    meaning="Durée maximale d’une mission d’ETTI, renouvellements compris",
    unit="mois",
)
ADAPTED_MISSION_MOST = Dated(
    {date(2019, 4, 27): 24},
    ADAPTED_TEMPORARY,
    Confidence.LIKELY,
    meaning="Durée maximale d’une mission d’EATT, renouvellements compris",
    unit="mois",
)
