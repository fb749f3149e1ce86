"""Which lines of the journal to show."""

from typing import Any

from django import forms

from perenne.domain.history.queries import Sieve, acts_known
from perenne.web.design.fields import offer
from perenne.web.design.forms import Form, FrenchDateField, Look


class SieveForm(Form):
    acte = forms.ChoiceField(label="Acte", required=False)
    organisme = forms.CharField(label="Organisme", max_length=200, required=False)
    personne = forms.CharField(label="Personne", max_length=150, required=False)
    jour = FrenchDateField(label="Jour", required=False)
    looks = {"jour": Look(width="short")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "acte", [("", "Tous"), *acts_known()])

    def sieve(self) -> Sieve:
        """What was typed, when it can be read; else everything."""
        if not self.is_valid():
            return Sieve()
        said = self.cleaned_data
        return Sieve(
            act=said["acte"],
            organisation=said["organisme"],
            person=said["personne"],
            day=said["jour"],
        )
