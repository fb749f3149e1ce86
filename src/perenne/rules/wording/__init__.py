"""The clause in words, for each document of a consultation."""

from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import (
    CCAG_CLAUSE,
    CCAG_FOLLOW_UP,
    CONDITION,
    CRITERION,
    ESSENTIAL_DATA_ORDER,
    RESERVED_SHARE,
)
from perenne.rules.wording import ae, ccap, cctp, follow_up, frame, notice, rc
from perenne.rules.wording.ae import Foreseen
from perenne.rules.wording.pieces import (
    Blank,
    Grid,
    Listing,
    Paragraph,
    Piece,
    PieceCode,
    Section,
)
from perenne.rules.wording.terms import (
    Ccag,
    ClauseTerms,
    Facilitator,
    Globalisation,
    Publics,
    Regime,
    ReservedTo,
)

__all__ = [
    "Blank",
    "Ccag",
    "ClauseTerms",
    "Facilitator",
    "Foreseen",
    "Globalisation",
    "Grid",
    "Listing",
    "Paragraph",
    "Piece",
    "PieceCode",
    "Publics",
    "Regime",
    "ReservedTo",
    "Section",
    "annex_for",
    "annexes_for",
    "notice_for",
    "pieces_for",
]


@cites(
    CONDITION,
    CCAG_CLAUSE,
    says="Qu’écrire de la clause dans chaque pièce de la consultation ?",
    confidence=Confidence.LIKELY,
)
def pieces_for(terms: ClauseTerms, *, practice: Practice = USUAL) -> tuple[Piece, ...]:
    """RC, CCAP, CCTP and the annex to the AE, in this order."""
    rules = rc.wording(terms, practice=practice)
    return (rules, ccap.wording(terms), cctp.wording(terms), ae.wording(terms))


@cites(
    CCAG_FOLLOW_UP,
    CRITERION,
    says="Quelles annexes joindre à la consultation ?",
    confidence=Confidence.LIKELY,
)
def annexes_for(terms: ClauseTerms) -> tuple[Piece, ...]:
    """The follow-up; the answer frame where there is a criterion."""
    answered = frame.wording(terms)
    return (follow_up.wording(terms), *((answered,) if answered else ()))


@cites(
    RESERVED_SHARE,
    ESSENTIAL_DATA_ORDER,
    says="Qu’écrire de la clause dans l’avis ?",
    confidence=Confidence.LIKELY,
)
def notice_for(terms: ClauseTerms) -> Piece | None:
    """The mention for the contract notice; None for a private buyer, who publishes none."""
    return notice.wording(terms)


@cites(
    CONDITION,
    CCAG_CLAUSE,
    says="Que joint une entreprise à son offre ?",
    confidence=Confidence.LIKELY,
)
def annex_for(terms: ClauseTerms, foreseen: Foreseen) -> Piece:
    """The annex to the AE, with what the tenderer foresees."""
    return ae.wording(terms, foreseen=foreseen)
