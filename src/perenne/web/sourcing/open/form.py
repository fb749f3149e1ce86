"""A need: which work, for how many people, how many hours, where and when."""

from typing import Any

from django import forms

from perenne.domain.organisations.queries import commune_named
from perenne.rules.segments import SEGMENTS, TRADES, trades_of
from perenne.web.design.fields import offer
from perenne.web.design.forms import Form, FrenchDateField, HoursField, Look

MOST_PERSONS = 50


class NeedForm(Form):
    trade = forms.ChoiceField(label="Métier")
    job_title = forms.CharField(
        label="Poste", max_length=200, help_text="Comme vous le diriez : peintre en bâtiment"
    )
    persons = forms.IntegerField(
        label="Personnes", min_value=1, max_value=MOST_PERSONS,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip
    hours = HoursField(label="Heures d’insertion en tout", min_value=1, max_value=100_000)
    weekly = HoursField(label="Par semaine et par personne", min_value=1, max_value=48)
    commune = forms.CharField(
        label="Commune du travail", max_length=100, help_text="Son nom ou son code postal"
    )
    starts_on = FrenchDateField(label="Premier jour")
    ends_on = FrenchDateField(
        label="Dernier jour", required=False,
        help_text="Vide : le temps de faire ces heures",
    )  # fmt: skip
    wish = forms.CharField(
        label="Ce qu’il faut savoir", required=False, max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Horaires, équipement, accès, permis. Rien sur une personne.",
    )  # fmt: skip
    missing = {
        "trade": "Choisissez le métier : il dit à qui demander.",
        "job_title": "Indiquez le poste.",
        "persons": "Indiquez combien de personnes il faut.",
        "hours": "Indiquez le nombre d’heures à faire.",
        "weekly": "Indiquez la durée du travail par semaine.",
        "commune": "Indiquez où l’on travaille.",
        "starts_on": "Indiquez le premier jour.",
    }
    looks = {
        "persons": Look(width="figure"),
        "commune": Look(width="medium"),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "trade", TRADE_CHOICES)

    def clean_commune(self) -> str:
        found = commune_named(self.cleaned_data["commune"])
        if found is None:
            raise forms.ValidationError(
                "Cette commune n’est pas reconnue : écrivez son nom ou son code postal."
            )
        return found.insee_code


def _grouped() -> list[tuple[str, Any]]:
    """By segment, as the committee names them; the others at the end."""
    known = [
        (row.label, [(one.code, one.label) for one in trades_of(row.code)]) for row in SEGMENTS
    ]
    others = [(one.code, one.label) for one in TRADES if one.segment is None]
    return [("", "Choisissez"), *(row for row in known if row[1]), ("Autres métiers", others)]


TRADE_CHOICES = _grouped()
