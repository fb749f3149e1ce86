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
from perenne.domain.clauses.queries.estimates import Estimate, Factor, estimate_of
from perenne.domain.clauses.queries.freezing import plain_paragraph
from perenne.domain.clauses.queries.publishing import Publication, publication_of
from perenne.domain.clauses.queries.quality import excesses_of
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
    "ClauseCard",
    "ClauseRow",
    "Estimate",
    "Factor",
    "PieceDiff",
    "Publication",
    "Redline",
    "Remark",
    "Terms",
    "Thread",
    "VersionRow",
    "Waiting",
    "acts_of",
    "basis_decision",
    "clause_card",
    "clause_on",
    "clauses_of",
    "clauses_of_consultation",
    "estimate_of",
    "excesses_of",
    "pieces_of",
    "plain_paragraph",
    "publication_of",
    "redline",
    "threads_of",
    "versions_of",
    "wording_terms",
]
