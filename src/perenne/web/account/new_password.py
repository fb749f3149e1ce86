"""Choosing a password: what is asked of it is said before, and found out by the server."""

from typing import Any

from allauth.account.fields import SetPasswordField
from django import forms

from perenne.web.design.forms import Form

HINT = (
    "Quinze caractères au moins : une phrase convient. Sans le nom de la plateforme, du métier, "
    "du territoire, ni le vôtre. Les espaces comptent, le collage est permis."
)


class NewPassword(Form):
    password1 = SetPasswordField(label="Nouveau mot de passe", help_text=HINT)
    password2 = forms.CharField(
        label="Le même, une seconde fois",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    missing = {
        "oldpassword": "Indiquez votre mot de passe actuel.",
        "password1": "Choisissez un mot de passe.",
        "password2": "Écrivez une seconde fois le mot de passe.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].widget.attrs.pop("placeholder", None)
