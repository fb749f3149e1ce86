"""The day of an exit, and the situation on that day."""

from django import forms

from perenne.domain.participants.queries import SITUATIONS
from perenne.web.design.forms import Form, FrenchDateField, Look


class LeaveForm(Form):
    left_on = FrenchDateField(label="Jour de la sortie")
    situation = forms.ChoiceField(label="Situation à la sortie", choices=SITUATIONS)
    missing = {
        "left_on": "Indiquez le jour de la sortie.",
        "situation": "Choisissez la situation à la sortie.",
    }
    looks = {"left_on": Look(width="short"), "situation": Look(width="medium")}
