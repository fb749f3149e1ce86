"""A passkey that says by itself whose it is."""

from allauth.mfa.webauthn.forms import LoginWebAuthnForm

from perenne.web.account.passkeys.ceremony import Ceremony


class PasskeyForm(Ceremony, LoginWebAuthnForm):
    """Read whole, or refused."""
