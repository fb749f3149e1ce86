"""The part that every form of contact has: what is said, by whom, and that they agree."""

from typing import Any

from django import forms
from django.forms import BoundField

from perenne.domain.enquiries.actions import Letter
from perenne.domain.enquiries.states import EnquiryKind
from perenne.domain.rights.queries import consent_text
from perenne.web.design.forms import Form, Look

LONGEST = 5_000
WHO = ("full_name", "email", "phone", "organisation")


def box(autocomplete: str) -> forms.TextInput:
    return forms.TextInput(attrs={"autocomplete": autocomplete})


def mail_box() -> forms.EmailInput:
    return forms.EmailInput(attrs={"autocomplete": "email"})


class LetterForm(Form):
    """Whoever wants an answer says who they are."""

    message = forms.CharField(
        label="Votre message", max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 8})
    )
    full_name = forms.CharField(
        label="Vos prénom et nom", max_length=150, required=False, widget=box("name")
    )
    email = forms.EmailField(
        label="Adresse électronique",
        max_length=254,
        required=False,
        widget=mail_box(),
        help_text="Pour recevoir une réponse.",
    )
    missing = {"message": "Écrivez votre message."}

    @property
    def about(self) -> list[BoundField]:
        return [one for one in self if one.name not in {*WHO, "consent"}]

    @property
    def who(self) -> list[BoundField]:
        return [one for one in self if one.name in WHO]

    @property
    def typed_names(self) -> list[str]:
        """Of what a draft keeps: files are kept apart."""
        return [one.name for one in self if not isinstance(one.field, forms.FileField)]

    def letter(self, kind: EnquiryKind, place: str = "") -> Letter:
        said: dict[str, Any] = {**self.cleaned_data}
        said.pop("enclosures", None)
        consents = said.pop("consent", False)
        return Letter(kind=kind, consents=consents, **{"place": place, **said})


class AgreedForm(LetterForm):
    """Somebody is to be answered: they say who they are, and agree to it."""

    phone = forms.CharField(label="Téléphone", max_length=30, required=False, widget=box("tel"))
    organisation = forms.CharField(
        label="Organisme", max_length=200, required=False, widget=box("organization")
    )
    consent = forms.BooleanField(label=consent_text("enquiry").text)
    missing = {
        **LetterForm.missing,
        "full_name": "Indiquez vos prénom et nom.",
        "email": "Indiquez votre adresse électronique : la réponse y est envoyée.",
        "consent": "Cochez cette case : sans votre accord, personne ne peut utiliser votre adresse "
        "pour vous répondre.",
    }
    looks = {"phone": Look(width="medium")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("full_name", "email"):
            self.fields[name].required = True
        self.fields["email"].help_text = "La réponse y est envoyée."
