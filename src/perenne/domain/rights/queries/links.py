"""Addresses sent by mail: whoever holds one proves that the mailbox is theirs."""

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.urls import reverse

from perenne.kit.refusals import NotFound

FOLLOW, WITHDRAW = "rights.follow", "rights.withdraw"
CONFIRM_WITHIN = 72 * 3600
FOLLOWED_FOR = 400 * 86_400
"""Longer than any answer may take, extension and claim to the CNIL included."""


def key_of(purpose: str, number: int) -> str:
    return TimestampSigner(salt=purpose).sign(str(number))


def behind(purpose: str, key: str, *, within: int | None = FOLLOWED_FOR) -> int:
    """The number that was signed; NotFound when the key is forged or too old."""
    try:
        return int(TimestampSigner(salt=purpose).unsign(key, max_age=within))
    except BadSignature as forged:
        raise NotFound(key) from forged


def follow_address(request_id: int) -> str:
    return settings.ADDRESS + reverse("rights:follow", args=[key_of(FOLLOW, request_id)])


def withdraw_path(consent_id: int) -> str:
    return reverse("rights:withdraw", args=[key_of(WITHDRAW, consent_id)])


def withdraw_address(consent_id: int) -> str:
    return settings.ADDRESS + withdraw_path(consent_id)
