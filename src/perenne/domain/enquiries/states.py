"""What people write for, and the life of an enquiry: a draft until it is sent."""

from enum import StrEnum

from perenne.kit.states import Machine, Move


class EnquiryKind(StrEnum):
    COORDINATION = "coordination"
    FACILITATOR = "facilitator"
    FILE_REVIEW = "file_review"
    PROBLEM = "problem"

    @property
    def label(self) -> str:
        return {
            EnquiryKind.COORDINATION: "Message à la coordination",
            EnquiryKind.FACILITATOR: "Message au facilitateur",
            EnquiryKind.FILE_REVIEW: "Revue de marché",
            EnquiryKind.PROBLEM: "Problème signalé",
        }[self]

    @property
    def needs_consent(self) -> bool:
        """A problem is mended whoever tells it: its basis is not consent."""
        return self is not EnquiryKind.PROBLEM


class EnquiryState(StrEnum):
    DRAFT = "draft"
    HELD = "held"
    RECEIVED = "received"
    HANDED_OVER = "handed_over"
    ANSWERED = "answered"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return {
            EnquiryState.DRAFT: "Brouillon",
            EnquiryState.HELD: "À relire avant remise",
            EnquiryState.RECEIVED: "Reçu",
            EnquiryState.HANDED_OVER: "Passé à un autre organisme",
            EnquiryState.ANSWERED: "Répondu",
            EnquiryState.CLOSED: "Classé",
        }[self]


DRAFT, HELD, RECEIVED, HANDED_OVER, ANSWERED, CLOSED = EnquiryState
WAITING = frozenset({RECEIVED, HANDED_OVER})
"""Somebody is to answer."""
AT_THE_DESK = WAITING | {ANSWERED, CLOSED}

ENQUIRY_LIFE = Machine(
    {
        "enquiry.send": Move(frozenset({DRAFT}), RECEIVED, "Envoyer"),
        "enquiry.hold": Move(frozenset({DRAFT}), HELD, "Mettre de côté pour relecture"),
        "enquiry.release": Move(frozenset({HELD}), RECEIVED, "Remettre au destinataire"),
        "enquiry.answer": Move(WAITING | {ANSWERED}, ANSWERED, "Répondre"),
        "enquiry.hand_over": Move(WAITING | {ANSWERED}, HANDED_OVER, "Passer la main"),
        "enquiry.close": Move(WAITING | {ANSWERED, HELD}, CLOSED, "Classer"),
    },
    start=DRAFT,
)
