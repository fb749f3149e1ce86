"""The months in which the work of a contract is done."""

from django import forms

from perenne.rules.french import MONTHS
from perenne.web.design.forms import Form


class SeasonForm(Form):
    months = forms.MultipleChoiceField(
        label="Mois travaillés",
        choices=[(str(number), name) for number, name in enumerate(MONTHS, 1)],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Aucun choix : toute l’année.",
    )

    @property
    def numbers(self) -> list[int]:
        return [int(number) for number in self.cleaned_data["months"]]
