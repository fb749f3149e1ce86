"""Which file, for which year."""

from collections.abc import Sequence
from datetime import date

from django import forms

from perenne.rules.consolidation import Consolidation

FIRST = 2020
"""The clause was not followed here before."""


class ConsolidationForm(forms.Form):
    fichier = forms.ChoiceField(label="Fichier")
    annee = forms.TypedChoiceField(label="Année", coerce=int)

    def __init__(
        self, *args: object, files: Sequence[Consolidation], today: date, **options: object
    ) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["fichier"].choices = [(one.code, one.label) for one in files]  # type: ignore[attr-defined]
        years = range(today.year, FIRST - 1, -1)
        self.fields["annee"].choices = [(year, str(year)) for year in years]  # type: ignore[attr-defined]
