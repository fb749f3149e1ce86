"""The last day of a contract, and why when it is terminated before its end."""

from django import forms

from perenne.web.design.forms import Form, FrenchDateField


class CloseForm(Form):
    ended_on = FrenchDateField(label="Dernier jour d’exécution")
    terminated_because = forms.CharField(
        label="Si le marché est résilié avant son terme, pourquoi ?",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Les heures dues sont alors ramenées à ce qui a été exécuté.",
    )
    missing = {"ended_on": "Indiquez le dernier jour d’exécution."}
