"""A code typed by a person: of their application, or one of their recovery codes."""

import re
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django import forms

from perenne.domain.people.actions import spend_code

LABEL = "Code de l’application, ou code de secours"
MISSING = "Indiquez le code que montre votre application."


class CodeField(forms.CharField):
    """Typed with or without spaces."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"})
        super().__init__(**{"label": LABEL, "max_length": 32, "widget": widget, **kwargs})

    def to_python(self, value: Any) -> str:
        return re.sub(r"\W", "", str(super().to_python(value)))


class Once:
    """A code of the application opens one door, once (RFC 6238, 5.2)."""

    authenticator: Authenticator

    def clean_code(self) -> str:
        code: str = super().clean_code()  # type: ignore[misc] # of the form of allauth beside it
        if self.authenticator.type == Authenticator.Type.TOTP:
            secret = get_adapter().decrypt(self.authenticator.data["secret"])
            if not spend(self.authenticator.pk, secret, code):
                raise get_adapter().validation_error("incorrect_code")
        return code


def spend(authenticator_id: int, secret: str, code: str) -> bool:
    steps = totp.yield_hotp_counters_from_time()
    said = [one for one in steps if totp.format_hotp_value(totp.hotp_value(secret, one)) == code]
    return bool(said) and spend_code(authenticator_id=authenticator_id, step=said[0])
