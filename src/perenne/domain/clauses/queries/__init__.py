"""What one may ask about clauses."""

from perenne.domain.clauses.queries.cards import (
    ClauseCard,
    ClauseRow,
    clause_card,
    clause_on,
    clauses_of,
)
from perenne.domain.clauses.queries.estimates import Estimate, Factor, estimate_of
from perenne.domain.clauses.queries.quality import excesses_of
from perenne.domain.clauses.queries.terms import Terms
from perenne.domain.clauses.queries.wording import basis_decision, pieces_of

__all__ = [
    "ClauseCard",
    "ClauseRow",
    "Estimate",
    "Factor",
    "Terms",
    "basis_decision",
    "clause_card",
    "clause_on",
    "clauses_of",
    "estimate_of",
    "excesses_of",
    "pieces_of",
]
