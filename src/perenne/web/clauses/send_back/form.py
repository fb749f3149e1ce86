"""Why a clause goes back, or is dropped."""

from django import forms

from perenne.web.design.forms import Form


class ReasonForm(Form):
    reason = forms.CharField(
        label="Motif",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Il reste dans l’historique de la clause.",
    )
    missing = {"reason": "Dites pourquoi : le motif reste dans l’historique de la clause."}
