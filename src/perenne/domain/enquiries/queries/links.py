"""The address that follows a message: whoever holds it wrote the message, or reads its mailbox."""

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from perenne.kit.refusals import NotFound

FOLLOW = "enquiries.follow"


def key_of(enquiry_id: int) -> str:
    return Signer(salt=FOLLOW).sign(str(enquiry_id))


def behind(key: str) -> int:
    """NotFound when the key is forged."""
    try:
        return int(Signer(salt=FOLLOW).unsign(key))
    except BadSignature as forged:
        raise NotFound(key) from forged


def follow_address(enquiry_id: int) -> str:
    return settings.ADDRESS + reverse("contact:follow", args=[key_of(enquiry_id)])
