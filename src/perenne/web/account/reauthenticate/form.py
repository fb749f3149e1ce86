"""Once more, before something that matters."""

from allauth.account.forms import ReauthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCode
from allauth.mfa.webauthn.forms import ReauthenticateWebAuthnForm
from django import forms

from perenne.web.account.codes_typed import MISSING, CodeField, Once
from perenne.web.account.passkeys.ceremony import Ceremony
from perenne.web.design.forms import Form, Look


class PasswordForm(Form, ReauthenticateForm):
    password = forms.CharField(label="Mot de passe", widget=forms.PasswordInput(), strip=False)
    missing = {"password": "Indiquez votre mot de passe."}


class CodeForm(Once, Form, ReauthenticateByCode):
    code = CodeField()
    missing = {"code": MISSING}
    looks = {"code": Look(width="short")}


class PasskeyForm(Ceremony, ReauthenticateWebAuthnForm):
    """One of the person who is signed in."""
