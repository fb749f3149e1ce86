"""To whom hours are entrusted, and how many."""

from collections.abc import Sequence
from typing import Any

from django import forms

from perenne.web.design.forms import Form, HoursField


class EntrustForm(Form):
    party_id = forms.TypedChoiceField(label="Entreprise", coerce=int)
    hours = HoursField(label="Heures à confier")
    missing = {
        "party_id": "Choisissez l’entreprise.",
        "hours": "Indiquez le nombre d’heures à confier.",
    }

    def __init__(self, *args: Any, candidates: Sequence[tuple[int, str]], **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["party_id"].choices = [("", "Choisissez"), *candidates]  # type: ignore[attr-defined]  # a list
