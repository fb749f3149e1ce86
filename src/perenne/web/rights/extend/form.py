"""The reason, in a text."""

from django import forms

from perenne.web.design.forms import Form


class ExtensionForm(Form):
    reason = forms.CharField(
        label="Ce qui rend la réponse plus longue",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="La personne lira cette raison aujourd’hui. "
        "Le délai passe à trois mois depuis sa demande.",
    )
    missing = {"reason": "Écrivez ce qui rend la réponse plus longue : la personne le lira."}
