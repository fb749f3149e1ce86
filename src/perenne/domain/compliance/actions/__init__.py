"""What one may do about hours that lack. The only writers of this app's tables."""

from perenne.domain.compliance.actions.alerting import close_shortfall, open_shortfall
from perenne.domain.compliance.actions.answering import answer_shortfall
from perenne.domain.compliance.actions.deciding import Verdict, decide_shortfall
from perenne.domain.compliance.actions.proposing import propose_penalty, withdraw_proposal
from perenne.domain.compliance.actions.summoning import note_receipt, summon
from perenne.domain.compliance.actions.watching import look_at_alert, watch_paces

__all__ = [
    "Verdict",
    "answer_shortfall",
    "close_shortfall",
    "decide_shortfall",
    "look_at_alert",
    "note_receipt",
    "open_shortfall",
    "propose_penalty",
    "summon",
    "watch_paces",
    "withdraw_proposal",
]
