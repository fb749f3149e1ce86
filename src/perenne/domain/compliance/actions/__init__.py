"""What one may do about hours that lack, meetings, certificates. The only writers of this app."""

from perenne.domain.compliance.actions.alerting import close_shortfall, open_shortfall
from perenne.domain.compliance.actions.answering import SentFile, answer_shortfall, give_file
from perenne.domain.compliance.actions.certifying import (
    Wanted,
    issue_certificate,
    replace_certificate,
    revoke_certificate,
)
from perenne.domain.compliance.actions.deciding import Verdict, decide_shortfall
from perenne.domain.compliance.actions.foreseeing import foresee_reviews
from perenne.domain.compliance.actions.meeting import (
    Appointment,
    JoinedFile,
    Minutes,
    Task,
    add_review,
    cancel_review,
    give_review_file,
    join_file,
    plan_review,
    share_minutes,
    take_file_off,
    tick_decision,
    write_minutes,
)
from perenne.domain.compliance.actions.proposing import propose_penalty, withdraw_proposal
from perenne.domain.compliance.actions.settling import end_settled
from perenne.domain.compliance.actions.summoning import note_receipt, summon, summon_by
from perenne.domain.compliance.actions.watching import look_at_alert, watch_paces

__all__ = [
    "Appointment",
    "JoinedFile",
    "Minutes",
    "SentFile",
    "Task",
    "Verdict",
    "Wanted",
    "add_review",
    "answer_shortfall",
    "cancel_review",
    "close_shortfall",
    "decide_shortfall",
    "end_settled",
    "foresee_reviews",
    "give_file",
    "give_review_file",
    "issue_certificate",
    "join_file",
    "look_at_alert",
    "note_receipt",
    "open_shortfall",
    "plan_review",
    "propose_penalty",
    "replace_certificate",
    "revoke_certificate",
    "share_minutes",
    "summon",
    "summon_by",
    "take_file_off",
    "tick_decision",
    "watch_paces",
    "withdraw_proposal",
    "write_minutes",
]
