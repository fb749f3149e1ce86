"""Where a mail stands: asked for, gone, not taken by the server, given up."""

from enum import StrEnum


class MailState(StrEnum):
    PLANNED = "planned"
    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        return {
            MailState.PLANNED: "À envoyer",
            MailState.SENT: "Parti",
            MailState.FAILED: "Pas encore parti",
            MailState.DROPPED: "Abandonné",
        }[self]


PLANNED, SENT, FAILED, DROPPED = MailState
UNFINISHED = [PLANNED.value, FAILED.value]
