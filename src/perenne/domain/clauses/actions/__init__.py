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
from perenne.domain.clauses.actions.consenting import Answer, answer_consent, ask_consent
from perenne.domain.clauses.actions.drafting import (
    Volume,
    calibrate_clause,
    grade_criterion,
    open_clause,
    open_clause_on_lot,
    word_clause,
)
from perenne.domain.clauses.actions.executing import (
    close_execution,
    kick_off_commitment,
    start_execution,
)
from perenne.domain.clauses.actions.publishing import prepare_again, publish_consultation
from perenne.domain.clauses.actions.scheduling import schedule_commitment
from perenne.domain.clauses.actions.sharing import (
    accept_share,
    answer_by_link,
    propose_share,
    refuse_share,
    resend_share,
    split_again,
    withdraw_share,
)
from perenne.domain.clauses.queries.terms import Terms

__all__ = [
    "Answer",
    "Terms",
    "Volume",
    "accept_share",
    "answer_by_link",
    "answer_comment",
    "answer_consent",
    "approve_clause",
    "ask_consent",
    "calibrate_clause",
    "close_execution",
    "comment_clause",
    "drop_clause",
    "grade_criterion",
    "kick_off_commitment",
    "open_clause",
    "open_clause_on_lot",
    "prepare_again",
    "propose_share",
    "publish_consultation",
    "refuse_share",
    "resend_share",
    "resolve_comment",
    "schedule_commitment",
    "send_clause_back",
    "split_again",
    "start_execution",
    "submit_clause",
    "withdraw_share",
    "word_clause",
]
