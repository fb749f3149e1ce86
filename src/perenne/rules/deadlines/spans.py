"""How long each delay is: numbers of the law by date, numbers of practice as parameters."""

from __future__ import annotations

from datetime import date

from perenne.rules.law import Dated, Default, Source
from perenne.rules.practice import choice, parameter
from perenne.rules.texts import (
    AQUAREEL_2025,
    AQUAREEL_2025_CONTACT,
    CCAG_HEARING,
    CCAG_PENALTIES,
    ESSENTIAL_DATA,
    GDPR_ANSWER,
    PRACTICE,
    SPASER,
    TRAINING_CLAUSE_PENALTIES,
)


def _span(
    topic: str,
    meaning: str,
    value: int,
    between: tuple[int, int],
    unit: str,
    source: Source = PRACTICE,
) -> Default[int]:
    return parameter(
        f"deadlines.{topic}", meaning, value, between=between, unit=unit, source=source
    )


OPPORTUNITY_WORKING_DAYS = _span(
    "opportunity", "Délai de l’avis d’opportunité", 10, (5, 20), "jours ouvrés"
)
CALIBRATION_DAYS = _span(
    "calibration", "Avance du calibrage accepté sur la consultation", 30, (15, 90), "jours"
)
NEWS_MONTHS = _span(
    "news", "Relance de l’acheteur sur les suites de la consultation", 3, (1, 6), "mois"
)
FIRST_CONTACT_DAYS = _span(
    "first_contact",
    "Délai du premier contact avec le facilitateur",
    14,
    (7, 30),
    "jours",
    AQUAREEL_2025_CONTACT,
)
KICK_OFF_MONTHS = _span(
    "kick_off", "Délai de la réunion de mise au point", 1, (1, 3), "mois", AQUAREEL_2025
)
ACTION_PLAN_MONTHS = _span("action_plan", "Délai du plan d’actions", 1, (1, 3), "mois")
ELIGIBILITY_WORKING_DAYS = _span(
    "eligibility", "Délai de la réponse sur l’éligibilité", 5, (2, 10), "jours ouvrés"
)
PROOF_WORKING_DAYS = _span(
    "proof",
    "Délai d’envoi des pièces demandées",
    10,
    (5, 20),
    "jours ouvrés",
    TRAINING_CLAUSE_PENALTIES,
)
VALIDATION_DAYS = _span(
    "validation", "Délai de validation d’un relevé d’heures", 10, (5, 30), "jours"
)
ASSESSMENT_MONTHS = choice(
    "deadlines.assessment", "Intervalle entre deux bilans périodiques", 6, 3, 12, unit="mois"
)
FORMAL_NOTICE_DAYS = _span(
    "formal_notice", "Délai laissé par la mise en demeure", 15, (8, 30), "jours", CCAG_PENALTIES
)
OBSERVATION_DAYS = _span(
    "observations",
    "Délai laissé au titulaire pour ses observations",
    15,
    (15, 30),
    "jours",
    CCAG_HEARING,
)
FINAL_ASSESSMENT_MONTHS = _span(
    "final_assessment", "Délai du bilan final", 3, (1, 6), "mois", AQUAREEL_2025
)
FIRST_FOLLOW_UP_MONTHS = _span(
    "first_follow_up", "Premier point sur la situation après la sortie", 6, (3, 6), "mois"
)
LAST_FOLLOW_UP_MONTHS = _span(
    "last_follow_up", "Dernier point sur la situation après la sortie", 12, (12, 24), "mois"
)
CONSOLIDATION_MONTHS = _span(
    "consolidation", "Délai de la consolidation annuelle", 3, (1, 6), "mois"
)
ESSENTIAL_DATA_MONTHS = Dated(
    {date(2019, 4, 1): 2},
    ESSENTIAL_DATA,
    meaning="Délai de publication des données essentielles d’un marché",
    unit="mois",
)
SPASER_MONTHS = Dated(
    {date(2023, 1, 1): 24},
    SPASER,
    meaning="Intervalle entre deux publications des indicateurs du SPASER",
    unit="mois",
)
RIGHTS_MONTHS = Dated(
    {date(2018, 5, 25): 1},
    GDPR_ANSWER,
    meaning="Délai de la réponse à une personne qui exerce ses droits",
    unit="mois",
)
RIGHTS_EXTENDED_MONTHS = Dated(
    {date(2018, 5, 25): 3},
    GDPR_ANSWER,
    meaning="Délai de la réponse à une personne, prolongé de deux mois pour une demande complexe",
    unit="mois",
)
