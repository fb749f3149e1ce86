"""The clause in words, for each document of a consultation."""

from perenne.rules.wording import ae, ccap, cctp, notice, rc
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
    "notice_for",
    "pieces_for",
]


def pieces_for(terms: ClauseTerms) -> tuple[Piece, ...]:
    """RC, CCAP, CCTP and the annex to the AE, in this order."""
    return tuple(write(terms) for write in (rc.wording, ccap.wording, cctp.wording, ae.wording))


def notice_for(terms: ClauseTerms) -> Piece | None:
    """The mention for the contract notice; None for a private buyer, who publishes none."""
    return notice.wording(terms)
