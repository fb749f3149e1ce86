"""What one may do to clauses. The only writers of this app's tables."""

from perenne.domain.clauses.actions.agreeing import (
    approve_clause,
    drop_clause,
    send_clause_back,
    submit_clause,
)
from perenne.domain.clauses.actions.commenting import (
    answer_comment,
    comment_clause,
    resolve_comment,
)
from perenne.domain.clauses.actions.drafting import (
    Volume,
    calibrate_clause,
    grade_criterion,
    open_clause,
    open_clause_on_lot,
    word_clause,
)
from perenne.domain.clauses.actions.publishing import prepare_again, publish_consultation
from perenne.domain.clauses.queries.terms import Terms

__all__ = [
    "Terms",
    "Volume",
    "answer_comment",
    "approve_clause",
    "calibrate_clause",
    "comment_clause",
    "drop_clause",
    "grade_criterion",
    "open_clause",
    "open_clause_on_lot",
    "prepare_again",
    "publish_consultation",
    "resolve_comment",
    "send_clause_back",
    "submit_clause",
    "word_clause",
]
