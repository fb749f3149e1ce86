"""The only writers of needs and of what is answered to them."""

from perenne.domain.sourcing.actions.answering import (
    QUIET_MONTHS,
    Declining,
    Offering,
    answer_by_link,
    answer_solicitation,
    resume_questions,
)
from perenne.domain.sourcing.actions.asking import go_round, send_wave
from perenne.domain.sourcing.actions.opening import (
    NeedFacts,
    close_opening,
    fill_opening,
    lapse_opening,
    open_opening,
)
from perenne.domain.sourcing.actions.proposing import (
    hire_candidate,
    leave_candidate,
    propose_candidate,
    propose_person,
    withdraw_candidate,
)
from perenne.domain.sourcing.actions.settling import Kept, keep_offer, leave_offer, withdraw_offer

__all__ = [
    "QUIET_MONTHS",
    "Declining",
    "Kept",
    "NeedFacts",
    "Offering",
    "answer_by_link",
    "answer_solicitation",
    "close_opening",
    "fill_opening",
    "go_round",
    "hire_candidate",
    "keep_offer",
    "lapse_opening",
    "leave_candidate",
    "leave_offer",
    "open_opening",
    "propose_candidate",
    "propose_person",
    "resume_questions",
    "send_wave",
    "withdraw_candidate",
    "withdraw_offer",
]
