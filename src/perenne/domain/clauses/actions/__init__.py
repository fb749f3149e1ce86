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
from perenne.domain.clauses.actions.executing import (
    close_execution,
    kick_off_commitment,
    start_execution,
)
from perenne.domain.clauses.actions.sharing import (
    accept_share,
    answer_by_link,
    propose_share,
    refuse_share,
    resend_share,
    split_again,
    withdraw_share,
)
from perenne.domain.clauses.actions.drafting import (
    Terms,
    Volume,
    calibrate_clause,
    open_clause,
    open_clause_on_lot,
    word_clause,
)

__all__ = [
    "withdraw_share",
    "start_execution",
    "split_again",
    "resend_share",
    "refuse_share",
    "propose_share",
    "kick_off_commitment",
    "close_execution",
    "answer_by_link",
    "accept_share",
    "Terms",
    "Volume",
    "answer_comment",
    "approve_clause",
    "calibrate_clause",
    "comment_clause",
    "drop_clause",
    "open_clause",
    "open_clause_on_lot",
    "resolve_comment",
    "send_clause_back",
    "submit_clause",
    "word_clause",
]
