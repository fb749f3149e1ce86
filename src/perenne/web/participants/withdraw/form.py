from django import forms

from perenne.web.design.forms import Form


class ReasonForm(Form):
    """Why a verdict is taken back: read by the facilitator alone."""

    reason = forms.CharField(label="Motif", max_length=500, widget=forms.Textarea)
    missing = {"reason": "Dites pourquoi l’avis est retiré."}
