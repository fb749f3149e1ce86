"""Why a meeting does not take place."""

from django import forms

from perenne.web.design.forms import Form


class CancelForm(Form):
    reason = forms.CharField(
        label="Pourquoi n’a-t-elle pas lieu ?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    missing = {"reason": "Dites pourquoi : ceux qui l’attendaient le liront."}
