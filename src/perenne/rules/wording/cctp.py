"""What the technical terms (CCTP) say when insertion is the object or the holder's trade."""

from perenne.rules.law import Source, cites
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.wording.pieces import Paragraph, Piece, PieceCode, listing, section
from perenne.rules.wording.plan import Topic, article_elsewhere
from perenne.rules.wording.terms import ClauseTerms
from perenne.rules.wording.vigilance import points
from perenne.rules.wording.vocabulary import spelled, the_contract

RELEVANT = frozenset({LegalBasis.SUBJECT_MATTER, LegalBasis.RESERVED_INCLUSION})


def is_relevant(terms: ClauseTerms) -> bool:
    """Only the contracts whose performance is itself a work of insertion need it."""
    return terms.basis in RELEVANT


@cites(
    Source("Code de la commande publique", "L2111-1"),
    Source("Code de la commande publique", "R2123-1"),
    Source("Code de la commande publique", "L2113-13"),
)
def wording(terms: ClauseTerms) -> Piece:
    """The pathways, the support, the supporting activity and what is reported."""
    return Piece(
        PieceCode.CCTP,
        "CCTP – Insertion et accompagnement des personnes",
        (
            section("Parcours attendus", *_pathways(terms)),
            section("Encadrement et accompagnement", *_support()),
            section("Activité support", *_activity(terms)),
            section("Compte rendu de l’accompagnement", *_report(terms)),
        ),
        points(PieceCode.CCTP, terms),
    )


def _pathways(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    return (
        "Le titulaire accueille les personnes mentionnées à l’"
        f"{article_elsewhere(terms, Topic.PUBLICS)} dans des parcours qui associent travail, "
        f"formation et accompagnement. Le volume est d’au moins {spelled(terms.hours)} d’insertion "
        f"sur la durée du {the_contract(terms)}.",
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
