"""The second of the two steps of signing in."""

from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.webauthn.forms import AuthenticateWebAuthnForm

from perenne.web.account.codes_typed import MISSING, CodeField, Once
from perenne.web.account.passkeys.ceremony import Ceremony
from perenne.web.design.forms import Form, Look


class CodeForm(Once, Form, AuthenticateForm):
    code = CodeField()
    missing = {"code": MISSING}
    looks = {"code": Look(width="short")}


class PasskeyForm(Ceremony, AuthenticateWebAuthnForm):
    """For who knows the password already."""
