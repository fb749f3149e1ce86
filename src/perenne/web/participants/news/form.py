"""The situation today of a person who left."""

from django import forms

from perenne.domain.participants.queries import SITUATIONS
from perenne.web.design.forms import Form, Look


class NewsForm(Form):
    situation = forms.ChoiceField(label="Situation aujourd’hui", choices=SITUATIONS)
    missing = {"situation": "Choisissez la situation ; « Inconnue » est une réponse."}
    looks = {"situation": Look(width="medium")}
