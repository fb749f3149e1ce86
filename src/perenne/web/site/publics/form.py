"""A word of the situation of a person."""

from django import forms

from perenne.web.design.forms import Form


class PublicsForm(Form):
    q = forms.CharField(
        label="Situation, structure ou justificatif",
        help_text="Par exemple : RSA, moins de 26 ans, handicap, quartier, ETTI.",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
