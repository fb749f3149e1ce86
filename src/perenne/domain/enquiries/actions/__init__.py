"""What one may do with enquiries. The only writers of this app’s tables."""

from perenne.domain.enquiries.actions.answering import (
    answer_enquiry,
    close_enquiry,
    give_enquiry_file,
    hand_over_enquiry,
    release_enquiry,
)
from perenne.domain.enquiries.actions.forgetting import (
    forget_draft,
    forget_enquiries,
    withdraw_enquiry,
)
from perenne.domain.enquiries.actions.sending import Letter, Marks, send_enquiry
from perenne.domain.enquiries.actions.writing import (
    SentFile,
    attach_file,
    detach_file,
    keep_draft,
)

__all__ = [
    "Letter",
    "Marks",
    "SentFile",
    "answer_enquiry",
    "attach_file",
    "close_enquiry",
    "detach_file",
    "forget_draft",
    "forget_enquiries",
    "give_enquiry_file",
    "hand_over_enquiry",
    "keep_draft",
    "release_enquiry",
    "send_enquiry",
    "withdraw_enquiry",
]
