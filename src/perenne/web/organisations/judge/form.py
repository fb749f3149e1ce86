"""A decision that its organisation will read."""

from django import forms

from perenne.web.design.forms import Form


class ReasonForm(Form):
    reason = forms.CharField(
        label="Pourquoi ?",
        help_text="L’organisme lira ces mots : dites ce qui manque et comment le corriger.",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    missing = {"reason": "Dites pourquoi : l’organisme lira ces mots et saura quoi corriger."}
