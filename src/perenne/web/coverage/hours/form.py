"""When a body answers, in one line."""

from django import forms

from perenne.web.design.forms import Form


class HoursForm(Form):
    hours = forms.CharField(
        label="Horaires",
        max_length=200,
        required=False,
        help_text="Par exemple : du lundi au jeudi, 9 h – 12 h et 14 h – 17 h",
    )
