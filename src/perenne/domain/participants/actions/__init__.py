"""The only writers of persons, eligibility files and verdicts."""

from perenne.domain.participants.actions.answering import (
    confirm_eligibility,
    refuse_eligibility,
    withdraw_verdict,
)
from perenne.domain.participants.actions.asking import (
    Asked,
    complete_file,
    open_file,
    withdraw_file,
)
from perenne.domain.participants.actions.checking import (
    SeenProof,
    ask_for_proofs,
    note_proof,
    state_facts,
)
from perenne.domain.participants.actions.forgetting import forget_participants
from perenne.domain.participants.actions.informing import (
    Said,
    give_notice,
    say_situation,
    send_question,
)
from perenne.domain.participants.actions.leaving import give_news, note_exit
from perenne.domain.participants.actions.linking import LIFETIME as LINK_LIFETIME
from perenne.domain.participants.actions.linking import hand_link, mail_link, revoke_link
from perenne.domain.participants.actions.merging import merge_participants
from perenne.domain.participants.actions.working import Step, Typed, work_on_file
from perenne.domain.participants.models import NoticeMeans, Situation

__all__ = [
    "LINK_LIFETIME",
    "Asked",
    "NoticeMeans",
    "Said",
    "SeenProof",
    "Situation",
    "Step",
    "Typed",
    "ask_for_proofs",
    "complete_file",
    "confirm_eligibility",
    "forget_participants",
    "give_news",
    "give_notice",
    "hand_link",
    "mail_link",
    "merge_participants",
    "note_exit",
    "note_proof",
    "open_file",
    "refuse_eligibility",
    "revoke_link",
    "say_situation",
    "send_question",
    "state_facts",
    "withdraw_file",
    "withdraw_verdict",
    "work_on_file",
]
