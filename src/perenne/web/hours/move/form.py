from typing import Any

from django import forms

from perenne.domain.hours.queries import Destinations
from perenne.kit.french.dates import written
from perenne.web.design.forms import Form, HoursField, Look


class MoveForm(Form):
    """Where the hours were really worked."""

    contract = forms.ChoiceField(label="Marché")
    month = forms.ChoiceField(label="Mois")
    hours = HoursField(label="Heures à déplacer", max_value=744)
    reason = forms.CharField(
        label="Motif",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Il reste dans l’historique des deux relevés, que l’entreprise lit aussi.",
    )
    missing = {"hours": "Indiquez les heures à déplacer.", "reason": "Dites pourquoi."}
    looks = {"hours": Look(width="figure")}

    def __init__(self, *args: Any, destinations: Destinations, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choices("contract", [(str(pk), label) for pk, label in destinations.hirings])
        months = [(it.isoformat(), written(it, "F Y").capitalize()) for it in destinations.months]
        self._choices("month", months)

    def _choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
