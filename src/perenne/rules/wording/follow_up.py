"""The annex on the follow-up: the calendar, the statement of hours, the assessment."""

from perenne.rules.law import Confidence, cites
from perenne.rules.quality import REQUIREMENTS
from perenne.rules.texts import AQUAREEL_2025, CCAG_FOLLOW_UP
from perenne.rules.wording.ccap_execution import contact
from perenne.rules.wording.pieces import (
    Blank,
    Grid,
    Paragraph,
    Piece,
    PieceCode,
    listing,
    section,
)
from perenne.rules.wording.plan import Topic, article_elsewhere
from perenne.rules.wording.terms import ClauseTerms
from perenne.rules.wording.vocabulary import (
    day_of_month,
    every_months,
    identified,
    in_general_terms,
    owed,
)

EMPTY_ROWS = 4


@cites(
    CCAG_FOLLOW_UP,
    AQUAREEL_2025,
    says="Que dit l’annexe de suivi ?",
    confidence=Confidence.LIKELY,
)
def wording(terms: ClauseTerms) -> Piece:
    """What must be done, by whom and when; then the forms that the contractor fills in."""
    return Piece(
        PieceCode.FOLLOW_UP,
        "Annexe – Suivi de la clause sociale d’insertion",
        (
            section("Marché", f"Marché suivi : {identified(terms)}.", *contact(terms)),
            section("Calendrier du suivi", *_calendar(terms)),
            section("Relevé des heures", *_statement(terms)),
            section("Bilan", *_assessment(terms)),
        ),
    )


def _calendar(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    held, day = terms.monitoring, day_of_month(terms.monitoring.statement_day)
    rows = (
        ("Premier contact", "Titulaire", f"{held.first_contact_days} jours après la notification"),
        ("Réunion de mise au point", "Acheteur", f"{held.kick_off_days} jours après"),
        ("Relevé des heures", "Titulaire", f"{held.rhythm.label}, le {day} du mois suivant"),
        ("Point de suivi", "Acheteur, titulaire et facilitateur", every_months(held.review_months)),
        ("Bilan intermédiaire", "Facilitateur", every_months(held.assessment_months)),
        ("Bilan final", "Facilitateur", f"{held.final_assessment_months} mois après la fin"),
    )
    return (
        Grid(("Échéance", "Qui", "Quand"), rows, "Échéances de la clause"),
        f"Ces échéances sont celles de l’{article_elsewhere(terms, Topic.FOLLOW_UP)}"
        f"{in_general_terms(terms, 4)}. Un délai qui finit un jour non ouvré est prolongé jusqu’au "
        "premier jour ouvré qui suit.",
    )


def _statement(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    headings = ("Personne", "Embauchée le", "Employeur", "Contrat", "Poste", "Heures")
    return (
        Blank("Période"),
        Grid(headings, (("",) * len(headings),) * EMPTY_ROWS, "Relevé des heures de la période"),
        f"Volume de la clause : {owed(terms, '')}. Une personne s’inscrit sous son nom dans "
        "l’espace du titulaire et sous ses initiales ici.",
        Blank("Fait à, le, nom et signature"),
    )


def _assessment(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    asked = tuple(
        row.label.lower() for row in REQUIREMENTS if terms.requirements.get(row.code.value)
    )
    return (
        "Le bilan, intermédiaire ou final, dit sans nommer personne :",
        listing(
            "les heures dues, validées, globalisées, et l’écart avec le calendrier prévu",
            "le nombre de personnes et de contrats, leur nature et leur durée",
            "les formations suivies et les qualifications obtenues",
            *(f"le respect de l’exigence suivante : {label}" for label in asked),
            "les difficultés rencontrées et les solutions apportées",
            "la situation des personnes à leur sortie",
        ),
    )
