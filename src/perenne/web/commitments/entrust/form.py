"""To whom hours are entrusted, and how many."""

from collections.abc import Sequence
from typing import Any

from django import forms

from perenne.web.design.fields import offer
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
        offer(self, "party_id", [("", "Choisissez"), *candidates])
