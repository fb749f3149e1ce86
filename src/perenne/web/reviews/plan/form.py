"""The day, the hour and the place of a meeting."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.timezone import make_aware

from perenne.web.design.forms import Form, FrenchDateField, Look

HOURS = ["%H:%M", "%Hh%M", "%Hh", "%H h %M", "%H h", "%H"]


class PlanForm(Form):
    day = FrenchDateField(label="Jour")
    hour = forms.TimeField(
        label="Heure",
        input_formats=HOURS,
        widget=forms.TimeInput(format="%H:%M", attrs={"inputmode": "text"}),
        help_text="Par exemple 14:30 ou 14 h 30",
    )
    place = forms.CharField(
        label="Lieu", max_length=300, help_text="Une adresse, ou le lien de la visioconférence"
    )
    missing = {
        "day": "Indiquez le jour de la réunion.",
        "hour": "Indiquez l’heure de la réunion.",
        "place": "Indiquez le lieu, ou l’adresse de la visioconférence.",
    }
    looks = {"hour": Look(width="short")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hour"].error_messages["invalid"] = "Écrivez l’heure ainsi : 14:30."

    def moment(self) -> datetime:
        """In the time of here; once valid."""
        return make_aware(datetime.combine(self.cleaned_data["day"], self.cleaned_data["hour"]))
