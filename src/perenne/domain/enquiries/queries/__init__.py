"""What one may ask about enquiries."""

from perenne.domain.enquiries.models import MOST_FILES
from perenne.domain.enquiries.queries.cards import (
    DraftCard,
    EnquiryCard,
    EnquiryRow,
    FileCard,
    ReplyCard,
    View,
    bodies_to_hand_to,
    draft_of,
    enquiries_of,
    enquiry_card,
    followed,
    reference_of,
    waiting_for,
)
from perenne.domain.enquiries.queries.links import behind, follow_address, key_of
from perenne.domain.enquiries.queries.suspicion import (
    LEAST_SECONDS,
    MOST_LINKS,
    Signs,
    fingerprint_of,
    suspicions,
)

__all__ = [
    "LEAST_SECONDS",
    "MOST_FILES",
    "MOST_LINKS",
    "DraftCard",
    "EnquiryCard",
    "EnquiryRow",
    "FileCard",
    "ReplyCard",
    "Signs",
    "View",
    "behind",
    "bodies_to_hand_to",
    "draft_of",
    "enquiries_of",
    "enquiry_card",
    "fingerprint_of",
    "follow_address",
    "followed",
    "key_of",
    "reference_of",
    "suspicions",
    "waiting_for",
]
