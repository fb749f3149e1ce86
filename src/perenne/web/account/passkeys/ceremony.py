"""What a browser answers about a passkey is a stranger's word, down to its shape."""

import struct
from typing import Any

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from django import forms

from perenne.web.account.sentences import ERRORS

UNREADABLE = (
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    InvalidSignature,
    UnsupportedAlgorithm,
    struct.error,
)
"""By which the readers of allauth and fido2 say that an answer is not one."""


class Ceremony:
    """Beside a form of allauth that reads a passkey: whatever it meets, a sentence comes out."""

    def clean_credential(self) -> Any:
        read = getattr(super(), "clean_credential", None)
        try:
            return read() if read else self.cleaned_data["credential"]  # type: ignore[attr-defined]
        except UNREADABLE as wrong:
            raise refused() from wrong

    def clean(self) -> dict[str, Any]:
        try:
            return dict(super().clean() or {})  # type: ignore[misc]
        except UNREADABLE as wrong:
            raise refused() from wrong


def refused() -> forms.ValidationError:
    return forms.ValidationError(ERRORS["passkey"], code="passkey")
