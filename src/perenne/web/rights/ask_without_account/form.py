"""Who asks without an account: a name, an address that will be verified."""

from django import forms

from perenne.web.rights.ask.form import AskForm


class StrangerForm(AskForm):
    full_name = forms.CharField(label="Vos prénom et nom", max_length=150)
    email = forms.EmailField(
        label="Adresse électronique",
        max_length=254,
        help_text="Celle que le comité peut avoir de vous : un lien y est envoyé.",
    )
    field_order = ["full_name", "email", "kind", "message"]
    missing = {
        **AskForm.missing,
        "full_name": "Indiquez vos prénom et nom.",
        "email": "Indiquez votre adresse électronique.",
    }
