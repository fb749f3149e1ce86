"""What one may ask about clauses."""

from perenne.domain.clauses.queries.cards import (
    ClauseCard,
    ClauseRow,
    clause_card,
    clause_on,
    clauses_of,
    clauses_of_consultation,
)
from perenne.domain.clauses.queries.comments import Remark, Thread, threads_of
from perenne.domain.clauses.queries.commitments import (
    CommitmentCard,
    CommitmentRow,
    commitment_card,
    commitment_under,
    commitments_of,
)
from perenne.domain.clauses.queries.consents import (
    Accord,
    AnswerRow,
    ConsentCard,
    accords_of,
    consent_card,
)
from perenne.domain.clauses.queries.estimates import Estimate, Factor, estimate_of
from perenne.domain.clauses.queries.freezing import plain_paragraph
from perenne.domain.clauses.queries.links import Offer, OfferCard, offer_behind
from perenne.domain.clauses.queries.publishing import Publication, publication_of
from perenne.domain.clauses.queries.quality import excesses_of
from perenne.domain.clauses.queries.shares import (
    ShareNode,
    candidates_under,
    carried_by_party,
    tree_of,
)
from perenne.domain.clauses.queries.steering import LateBuyer, late_buyers
from perenne.domain.clauses.queries.targets import targets_of
from perenne.domain.clauses.queries.terms import Terms
from perenne.domain.clauses.queries.versions import (
    PieceDiff,
    Redline,
    VersionRow,
    redline,
    versions_of,
)
from perenne.domain.clauses.queries.waiting import WAITS, Waiting, acts_of
from perenne.domain.clauses.queries.wording import basis_decision, pieces_of, wording_terms

__all__ = [
    "WAITS",
    "Accord",
    "AnswerRow",
    "ClauseCard",
    "ClauseRow",
    "CommitmentCard",
    "CommitmentRow",
    "ConsentCard",
    "Estimate",
    "Factor",
    "LateBuyer",
    "Offer",
    "OfferCard",
    "PieceDiff",
    "Publication",
    "Redline",
    "Remark",
    "ShareNode",
    "Terms",
    "TermsCard",
    "Thread",
    "VersionRow",
    "Waiting",
    "accords_of",
    "acts_of",
    "basis_decision",
    "candidates_under",
    "carried_by_party",
    "clause_card",
    "clause_on",
    "clauses_of",
    "clauses_of_consultation",
    "commitment_card",
    "commitment_under",
    "commitments_of",
    "consent_card",
    "estimate_of",
    "excesses_of",
    "late_buyers",
    "offer_behind",
    "pieces_of",
    "plain_paragraph",
    "publication_of",
    "redline",
    "targets_of",
    "threads_of",
    "tree_of",
    "versions_of",
    "wording_terms",
]
