"""The reason, in a text."""

from django import forms

from perenne.web.design.forms import Form


class RefusalForm(Form):
    reason = forms.CharField(
        label="Raison du refus",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="La personne lira cette raison, avec la façon de saisir la CNIL ou le juge.",
    )
    missing = {"reason": "Écrivez la raison du refus : la personne peut la contester."}
