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
    Terms,
    Volume,
    calibrate_clause,
    open_clause,
    word_clause,
)

__all__ = [
    "Terms",
    "Volume",
    "answer_comment",
    "approve_clause",
    "calibrate_clause",
    "comment_clause",
    "drop_clause",
    "open_clause",
    "resolve_comment",
    "send_clause_back",
    "submit_clause",
    "word_clause",
]
