"""The numbers of the list of publics: those of the CCAG, and those that a committee may move.

The list is that of the CCAG of 2021: asked before 1 April 2021, its numbers raise LookupError.
"""

from datetime import date

from perenne.rules.eligibility.facts import RuralZone
from perenne.rules.law import Confidence, Dated
from perenne.rules.practice import choice, parameter
from perenne.rules.texts import (
    BAM_2021,
    CCAG_PUBLICS_BY_SITUATION,
    FULL_EMPLOYMENT_LAW,
    IAE_PASS_FOR_ALL,
    RECOGNITION,
    RURAL_ZONES,
    URBAN_LAW,
)

_CCAG_DAY = date(2021, 4, 1)

YOUTH_AGE = Dated(
    {_CCAG_DAY: 26},
    CCAG_PUBLICS_BY_SITUATION,
    meaning="Âge en dessous duquel une personne est jeune",
    unit="ans",
)
LONG_TERM_MONTHS = Dated(
    {_CCAG_DAY: 12},
    CCAG_PUBLICS_BY_SITUATION,
    meaning="Inscription d’un demandeur d’emploi de longue durée",
    unit="mois",
)
VERY_LONG_TERM_MONTHS = Dated(
    {_CCAG_DAY: 24},
    CCAG_PUBLICS_BY_SITUATION,
    meaning="Inscription d’un demandeur d’emploi de très longue durée",
    unit="mois",
)
MONTHS_WORKED_BELOW = Dated(
    {_CCAG_DAY: 6},
    CCAG_PUBLICS_BY_SITUATION,
    meaning="Mois travaillés sur les 12 derniers, à ne pas atteindre",
    unit="mois",
)
OUT_OF_SCHOOL_MONTHS = Dated(
    {_CCAG_DAY: 6},
    CCAG_PUBLICS_BY_SITUATION,
    meaning="Sortie du système scolaire d’un jeune non qualifié",
    unit="mois",
)
IDLE_MONTHS = Dated(
    {_CCAG_DAY: 6}, CCAG_PUBLICS_BY_SITUATION, meaning="Inactivité d’un jeune diplômé", unit="mois"
)
QUALIFIED_LEVEL = Dated(
    {_CCAG_DAY: 3},
    CCAG_PUBLICS_BY_SITUATION,
    meaning="Niveau de diplôme à partir duquel un jeune est qualifié",
)

REGISTRATION_PROVES_SEARCH = Dated(
    {_CCAG_DAY: True, date(2025, 1, 1): False},
    FULL_EMPLOYMENT_LAW,
    Confidence.LIKELY,
    meaning="L’inscription à France Travail suffit à prouver la recherche d’emploi",
)
PASS_FOR_EVERY_STRUCTURE = Dated(
    {_CCAG_DAY: False, date(2021, 12, 1): True},
    IAE_PASS_FOR_ALL,
    meaning="PASS IAE exigé dans toute structure d’insertion par l’activité économique",
)
URBAN_MAP = Dated(
    {date(2015, 1, 1): date(2015, 1, 1), date(2024, 1, 1): date(2024, 1, 1)},
    URBAN_LAW,
    meaning="Carte des quartiers prioritaires en vigueur, métropole",
)
URBAN_MAP_OVERSEAS = Dated(
    {date(2015, 1, 1): date(2015, 1, 1), date(2025, 1, 1): date(2025, 1, 1)},
    URBAN_LAW,
    meaning="Carte des quartiers prioritaires en vigueur, outre-mer",
)
RURAL_ZONE = Dated(
    {_CCAG_DAY: RuralZone.ZRR, date(2024, 7, 1): RuralZone.FRR},
    RURAL_ZONES,
    Confidence.LIKELY,
    meaning="Zonage rural en vigueur",
)
CHILD_RIGHTS_FROM = Dated(
    {date(2022, 2, 23): 16, date(2024, 1, 1): 15},
    RECOGNITION,
    Confidence.LIKELY,
    meaning="Âge dès lequel l’AEEH, la PCH ou un PPS valent reconnaissance",
    unit="ans",
)
CHILD_RIGHTS_TO = Dated(
    {date(2022, 2, 23): 18, date(2024, 1, 1): 20},
    RECOGNITION,
    Confidence.LIKELY,
    meaning="Âge jusqu’auquel l’AEEH, la PCH ou un PPS valent reconnaissance",
    unit="ans",
)

SENIOR_AGE = choice(
    "eligibility.senior_age",
    "Âge d’un senior, en années révolues (le CCAG dit « plus de 50 ans »)",
    50,
    51,
    unit="ans",
    source=CCAG_PUBLICS_BY_SITUATION,
)
RSA_HOUSEHOLD_COUNTS = choice(
    "eligibility.rsa_household",
    "Admettre les ayants droit du RSA comme ses bénéficiaires",
    False,
    True,
    source=BAM_2021,
)
FACILITATOR_OPINION_COUNTS = choice(
    "eligibility.facilitator_opinion",
    "Admettre l’avis motivé du facilitateur lui-même",
    False,
    True,
    source=BAM_2021,
)
SCHEME_EXIT_MONTHS = parameter(
    "eligibility.scheme_exit_months",
    "Sortie récente d’un accompagnement de jeunes ou d’une école de la deuxième chance",
    6,
    between=(0, 12),
    unit="mois",
)
PATHWAY_EXIT_MONTHS = parameter(
    "eligibility.pathway_exit_months",
    "Sortie récente d’un parcours d’insertion par l’activité économique",
    12,
    between=(6, 12),
    unit="mois",
)
CARE_EXIT_MONTHS = parameter(
    "eligibility.care_exit_months",
    "Sortie récente de l’aide sociale à l’enfance",
    12,
    between=(6, 24),
    unit="mois",
)
DETENTION_EXIT_MONTHS = parameter(
    "eligibility.detention_exit_months",
    "Sortie récente de détention ou d’un suivi judiciaire",
    12,
    between=(6, 24),
    unit="mois",
)
REDUNDANCY_MONTHS = parameter(
    "eligibility.redundancy_months",
    "Licenciement économique ou reconversion contrainte, ancienneté la plus grande",
    12,
    between=(6, 24),
    unit="mois",
)
