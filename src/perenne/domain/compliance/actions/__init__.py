"""What one may do about hours that lack. The only writers of this app's tables."""

from perenne.domain.compliance.actions.alerting import close_shortfall, open_shortfall
from perenne.domain.compliance.actions.answering import SentFile, answer_shortfall, give_file
from perenne.domain.compliance.actions.deciding import Verdict, decide_shortfall
from perenne.domain.compliance.actions.proposing import propose_penalty, withdraw_proposal
from perenne.domain.compliance.actions.summoning import note_receipt, summon, summon_by

__all__ = [
    "SentFile",
    "Verdict",
    "answer_shortfall",
    "close_shortfall",
    "decide_shortfall",
    "give_file",
    "note_receipt",
    "open_shortfall",
    "propose_penalty",
    "summon",
    "summon_by",
    "withdraw_proposal",
]
