"""What one may do about one's own data, and what the desk does of it."""

from perenne.domain.rights.actions.answering import (
    answer_request,
    extend_request,
    lift_limitation,
    refuse_request,
)
from perenne.domain.rights.actions.asking import ask, ask_without_account, confirm
from perenne.domain.rights.actions.consents import give_consent, withdraw_consent
from perenne.domain.rights.actions.erasing import erase_person, replay_erasures
from perenne.domain.rights.actions.exporting import note_export
from perenne.domain.rights.actions.purging import purge

__all__ = [
    "answer_request",
    "ask",
    "ask_without_account",
    "confirm",
    "erase_person",
    "extend_request",
    "give_consent",
    "lift_limitation",
    "note_export",
    "purge",
    "refuse_request",
    "replay_erasures",
    "withdraw_consent",
]
