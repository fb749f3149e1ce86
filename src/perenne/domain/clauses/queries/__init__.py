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
    Monitoring,
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
    "CommitmentCard",
    "CommitmentRow",
    "Monitoring",
    "Offer",
    "OfferCard",
    "ShareNode",
    "candidates_under",
    "carried_by_party",
    "commitment_card",
    "commitment_under",
    "commitments_of",
    "offer_behind",
    "targets_of",
    "tree_of",
    "ClauseCard",
    "ClauseRow",
    "Estimate",
    "Factor",
    "TermsCard",
    "basis_decision",
    "clause_card",
    "clause_on",
    "clauses_of",
    "estimate_of",
    "pieces_of",
]
