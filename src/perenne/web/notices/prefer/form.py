"""How often and at what hour."""

from typing import Any

from django import forms

from perenne.domain.notices.states import Rhythm
from perenne.rules.notices import FIRST_HOUR, LAST_HOUR
from perenne.rules.practice import USUAL
from perenne.web.design.fields import offer
from perenne.web.design.forms import Form


class RhythmForm(Form):
    rhythm = forms.ChoiceField(
        label="À quel rythme ?",
        choices=[(one.value, one.label) for one in Rhythm],
        widget=forms.RadioSelect,
    )
    hour = forms.TypedChoiceField(label="À quelle heure ?", coerce=int)
    missing = {"rhythm": "Choisissez un rythme.", "hour": "Choisissez une heure."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hours = range(USUAL.of(FIRST_HOUR), USUAL.of(LAST_HOUR))
        offer(self, "hour", [(hour, f"{hour} h") for hour in hours])

    @property
    def said(self) -> dict[str, Any]:
        """What the actions ask for; once valid."""
        return {"rhythm": Rhythm(self.cleaned_data["rhythm"]), "hour": self.cleaned_data["hour"]}
