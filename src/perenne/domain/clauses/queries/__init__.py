"""What one may ask about clauses."""

from perenne.domain.clauses.queries.cards import (
    ClauseCard,
    ClauseRow,
    TermsCard,
    clause_card,
    clause_on,
    clauses_of,
)
from perenne.domain.clauses.queries.commitments import (
    CommitmentCard,
    CommitmentRow,
    commitment_card,
    commitment_under,
    commitments_of,
)
from perenne.domain.clauses.queries.estimates import Estimate, Factor, estimate_of
from perenne.domain.clauses.queries.links import Offer, OfferCard, offer_behind
from perenne.domain.clauses.queries.shares import (
    ShareNode,
    candidates_under,
    carried_by_party,
    tree_of,
)
from perenne.domain.clauses.queries.targets import targets_of
from perenne.domain.clauses.queries.wording import basis_decision, pieces_of

__all__ = [
    "ClauseCard",
    "ClauseRow",
    "CommitmentCard",
    "CommitmentRow",
    "Estimate",
    "Factor",
    "Offer",
    "OfferCard",
    "ShareNode",
    "TermsCard",
    "basis_decision",
    "candidates_under",
    "carried_by_party",
    "clause_card",
    "clause_on",
    "clauses_of",
    "commitment_card",
    "commitment_under",
    "commitments_of",
    "estimate_of",
    "offer_behind",
    "pieces_of",
    "targets_of",
    "tree_of",
]
