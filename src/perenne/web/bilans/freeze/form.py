"""As what one signs."""

from django import forms

from perenne.web.design.forms import Form


class SignForm(Form):
    quality = forms.CharField(
        label="Vous signez en qualité de",
        max_length=120,
        help_text="Votre fonction : « Responsable du pôle clauses », « Directrice des achats ».",
    )
    missing = {"quality": "Dites en quelle qualité vous signez : votre fonction."}


class FreezeForm(SignForm):
    base = forms.IntegerField(widget=forms.HiddenInput)
