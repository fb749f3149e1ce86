"""A passkey signs in alone: the device must have checked that it is its owner."""

from typing import Any

from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms

from perenne.web.account.passkeys.ceremony import Ceremony
from perenne.web.design.forms import Form

NAME = {"label": "Nom de la clé", "max_length": 60, "help_text": "Par exemple « Mon téléphone »."}


class AddForm(Ceremony, Form, AddWebAuthnForm):
    name = forms.CharField(required=False, **NAME)  # type: ignore[arg-type] # plain words
    passwordless = forms.BooleanField(required=False, widget=forms.HiddenInput())

    def clean(self) -> dict[str, Any]:
        self.cleaned_data["passwordless"] = True
        return dict(super().clean())


class NameForm(Form, EditWebAuthnForm):
    name = forms.CharField(**NAME)  # type: ignore[arg-type] # plain words
    missing = {"name": "Donnez un nom à cette clé."}
