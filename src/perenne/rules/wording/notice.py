"""The mention for the contract notice, and the codes that announce the clause.

Sources: eForms (BT-06, BT-71, BT-775) and the French schema of the essential data (DECP 2.0.3).
"""

from perenne.rules.law import Confidence, cites
from perenne.rules.legal_bases import LEGAL_BASES, LegalBasis, essential_data
from perenne.rules.texts import ESSENTIAL_DATA_ORDER, RESERVED_SHARE
from perenne.rules.wording.articles import founding, of_articles
from perenne.rules.wording.pieces import Grid, Paragraph, Piece, PieceCode, section
from perenne.rules.wording.terms import ClauseTerms, Regime, ReservedTo
from perenne.rules.wording.vigilance import points
from perenne.rules.wording.vocabulary import (
    TO_FILL,
    identified,
    owed,
    structures,
    workers,
)


@cites(
    RESERVED_SHARE,
    ESSENTIAL_DATA_ORDER,
    says="Que dit l’avis d’appel à la concurrence ?",
    confidence=Confidence.LIKELY,
)
def wording(terms: ClauseTerms) -> Piece | None:
    """The mention and its codes; None for a private buyer, who publishes no notice."""
    if terms.regime is Regime.PRIVATE:
        return None
    return Piece(
        PieceCode.NOTICE,
        "Avis – Mention de la clause sociale d’insertion",
        (section("Mention à porter", *_mention(terms)), section("Codes à choisir", _codes(terms))),
        points(PieceCode.NOTICE, terms),
    )


def _mention(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    return (
        f"Le {identified(terms)} comporte une clause sociale d’insertion : le titulaire "
        f"réalise {owed(terms, 'au moins')} au profit de personnes éloignées de "
        "l’emploi.",
        *_particular(terms),
    )


def _particular(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    sources = founding(terms)
    ground = f", en application {of_articles(sources)}" if sources else ""
    match terms.basis:
        case LegalBasis.RESERVED_INCLUSION:
            return (
                f"La participation est réservée {structures(terms)}, employant au moins 50 % de "
                f"{workers(terms)}{ground}.",
            )
        case LegalBasis.RESERVED_SOCIAL_ECONOMY:
            return (
                "La participation est réservée aux entreprises de l’économie sociale et solidaire "
                f"et aux structures équivalentes{ground}.",
            )
        case LegalBasis.CONDITION_AND_CRITERION:
            weight = str(terms.criterion_weight or TO_FILL)
            return (
                f"L’action d’insertion est aussi un critère d’attribution, pondéré à {weight}.",
            )
        case _:
            return (f"La clause est prise{ground.removeprefix(',')}.",)


def _codes(terms: ClauseTerms) -> Paragraph:
    return Grid(
        ("Champ", "Valeur"),
        (
            ("eForms BT-06, achat stratégique", "soc-obj"),
            ("eForms BT-775, objectif social", "opp"),
            ("eForms BT-71, participation réservée", _participation(terms)),
            (
                "Données essentielles, considérations sociales",
                " ; ".join(essential_data(terms.basis, terms.regime)),
            ),
        ),
        "Codes de l’avis et des données essentielles",
    )


def _participation(terms: ClauseTerms) -> str:
    if terms.basis is LegalBasis.RESERVED_INCLUSION and terms.reserved_to is ReservedTo.PRISON:
        return TO_FILL
    return LEGAL_BASES[terms.basis].reserved_code
