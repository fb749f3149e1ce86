"""The clause in words, for each document of a consultation."""

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
]
