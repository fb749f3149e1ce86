"""What one may ask about rights. Every answer is a card."""

from perenne.domain.rights.queries.links import FOLLOW, WITHDRAW, key_of
from perenne.domain.rights.queries.mine import (
    AccessFile,
    ConsentCard,
    access_file,
    access_file_of_request,
    consent_behind,
    consents_of,
    erasure_planned,
    held_of,
    kept_for,
    subject_of_request,
)
from perenne.domain.rights.queries.register import ProcessingCard, period_of, register
from perenne.domain.rights.queries.requests import (
    DeskRow,
    RequestCard,
    desk,
    moves_on,
    request_card,
    request_followed,
    request_to_move,
    requests_of,
    urgent,
)
from perenne.domain.rights.queries.texts import TEXTS, ConsentText, consent_text

__all__ = [
    "FOLLOW",
    "TEXTS",
    "WITHDRAW",
    "AccessFile",
    "ConsentCard",
    "ConsentText",
    "DeskRow",
    "ProcessingCard",
    "RequestCard",
    "access_file",
    "access_file_of_request",
    "consent_behind",
    "consent_text",
    "consents_of",
    "desk",
    "erasure_planned",
    "held_of",
    "kept_for",
    "key_of",
    "moves_on",
    "period_of",
    "register",
    "request_card",
    "request_followed",
    "request_to_move",
    "requests_of",
    "subject_of_request",
    "urgent",
]
