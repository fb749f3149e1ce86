"""What the technical terms (CCTP) say of the people in insertion who do the work."""

from perenne.rules.law import Confidence, cites
from perenne.rules.texts import CONDITION, NEEDS, RESERVED_INCLUSION, SOCIAL_SERVICES
from perenne.rules.wording.pieces import Paragraph, Piece, PieceCode, Section, listing, section
from perenne.rules.wording.plan import Topic, article_elsewhere
from perenne.rules.wording.terms import INSERTION_IS_THE_WORK, ClauseTerms
from perenne.rules.wording.vigilance import points
from perenne.rules.wording.vocabulary import owed, the_contract


@cites(
    NEEDS,
    CONDITION,
    SOCIAL_SERVICES,
    RESERVED_INCLUSION,
    says="Que dit le CCTP ?",
    confidence=Confidence.LIKELY,
)
def wording(terms: ClauseTerms) -> Piece:
    """Pathways and support where insertion is the work itself; elsewhere, how people are hosted."""
    if terms.basis in INSERTION_IS_THE_WORK:
        title, sections = "Insertion et accompagnement des personnes", _as_the_work(terms)
    else:
        title, sections = "Accueil des personnes en insertion", _beside_the_work(terms)
    return Piece(PieceCode.CCTP, f"CCTP – {title}", sections, points(PieceCode.CCTP, terms))


def _as_the_work(terms: ClauseTerms) -> tuple[Section, ...]:
    return (
        section("Parcours attendus", *_pathways(terms)),
        section("Encadrement et accompagnement", *_support()),
        section("Activité support", *_activity(terms)),
        section("Compte rendu de l’accompagnement", *_report(terms)),
    )


def _beside_the_work(terms: ClauseTerms) -> tuple[Section, ...]:
    return (
        section(
            "Conditions sociales d’exécution",
            f"Le {the_contract(terms)} s’exécute dans les conditions sociales fixées à l’"
            f"{article_elsewhere(terms)} : {owed(terms, 'un volume de')}, les "
            "publics éligibles et leur vérification avant l’embauche.",
        ),
        section(
            "Accueil sur le lieu d’exécution",
            "Pour chaque personne employée ou accueillie au titre de la clause, le titulaire :",
            listing(
                "désigne un tuteur présent sur le lieu d’exécution",
                "donne, avant le premier jour, l’information de sécurité, l’équipement et les "
                "habilitations que le poste demande",
                "confie des tâches utiles à l’exécution et adaptées à la qualification de la "
                "personne, de façon à la faire progresser",
            ),
        ),
        section(
            "Organisation",
            "Le calendrier d’exécution remis au démarrage indique les périodes et les tâches "
            "prévues pour ces personnes. Le titulaire le tient à jour et le communique au "
            "facilitateur.",
            "Ces dispositions ne réduisent ni la qualité ni les délais dus à l’acheteur : les "
            "exigences techniques du présent document s’appliquent à tous.",
        ),
    )


def _pathways(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    return (
        "Le titulaire accueille les personnes mentionnées à l’"
        f"{article_elsewhere(terms, Topic.PUBLICS)} dans des parcours qui associent travail, "
        f"formation et accompagnement. Le titulaire réalise {owed(terms)} sur la durée du "
        f"{the_contract(terms)}.",
        "Chaque parcours fait l’objet d’un projet individuel, établi dans le premier mois avec la "
        "personne : objectif, étapes, formations, date de bilan.",
    )


def _support() -> tuple[Paragraph, ...]:
    return (
        "Le titulaire affecte à l’exécution :",
        listing(
            "un encadrant technique, présent sur les lieux d’exécution, chargé de l’organisation "
            "du travail, de la sécurité et de la transmission des gestes professionnels",
            "un accompagnateur socioprofessionnel, chargé de lever les freins à l’emploi et de "
            "préparer la sortie du parcours",
        ),
        "Il indique leur nom, leur qualification et leur temps de présence, et remplace sans délai "
        "toute personne absente.",
    )


def _activity(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    return (
        "Les prestations décrites au présent CCTP sont le support des parcours. Le titulaire les "
        "répartit de façon à proposer des tâches variées et qualifiantes, et adapte les rythmes "
        "de travail aux personnes, sans réduire la qualité due à l’acheteur "
        f"({terms.segment}).",
    )


def _report(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    return (
        "En complément du relevé mensuel prévu à l’"
        f"{article_elsewhere(terms, Topic.FOLLOW_UP)}, le titulaire rend compte, sans nommer les "
        "personnes :",
        listing(
            "du nombre de personnes accueillies et de parcours en cours",
            "des formations suivies et des qualifications obtenues",
            "de la situation des personnes à leur sortie : emploi durable, emploi de transition, "
            "formation, autre",
        ),
    )
