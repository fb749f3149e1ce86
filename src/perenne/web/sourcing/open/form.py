"""A need: which work, for how many people, how many hours, where and when."""

from typing import Any

from django import forms

from perenne.domain.organisations.queries import commune_named
from perenne.domain.sourcing.actions import NeedFacts
from perenne.domain.sourcing.queries import NewNeed
from perenne.rules.segments import SEGMENTS, TRADES, trade, trades_of
from perenne.web.design.fields import offer
from perenne.web.design.forms import Form, FrenchDateField, HoursField, Look

MOST_PERSONS, MOST_HOURS = 99, 100_000


class NeedForm(Form):
    """The post may stay empty: the trade then says it."""

    trade = forms.ChoiceField(label="Métier")
    job_title = forms.CharField(
        label="Poste", max_length=200, required=False,
        help_text="Si le métier ne suffit pas : ravaleur, cheffe d’équipe…",
    )  # fmt: skip
    party_id = forms.TypedChoiceField(label="Entreprise du marché", coerce=int)
    persons = forms.IntegerField(
        label="Personnes", min_value=1, max_value=MOST_PERSONS,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip
    hours = HoursField(label="Heures en tout", min_value=1, max_value=MOST_HOURS)
    weekly = HoursField(label="Par semaine et par personne", min_value=1, max_value=48)
    commune = forms.CharField(
        label="Commune du travail", max_length=100, help_text="Son nom ou son code postal"
    )
    starts_on = FrenchDateField(label="Premier jour")
    ends_on = FrenchDateField(
        label="Dernier jour", required=False, help_text="Vide : le temps de faire ces heures"
    )
    wish = forms.CharField(
        label="À savoir", required=False, max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Horaires, équipement, permis… Ce texte est public : ni nom, ni téléphone.",
    )  # fmt: skip
    missing = {
        "trade": "Choisissez le métier : il dit à qui demander.",
        "party_id": "Choisissez pour quelle entreprise les personnes travailleront.",
        "persons": "Indiquez combien de personnes il faut.",
        "hours": "Indiquez le nombre d’heures à faire.",
        "weekly": "Indiquez la durée du travail par semaine.",
        "commune": "Indiquez où l’on travaille.",
        "starts_on": "Indiquez le premier jour.",
    }
    looks = {"persons": Look(width="figure"), "commune": Look(width="medium")}

    def __init__(self, *args: Any, parties: tuple[tuple[int, str], ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "trade", TRADE_CHOICES)
        offer(self, "party_id", [("", "Choisissez"), *parties])
        if len(parties) == 1:
            del self.fields["party_id"]

    def clean_commune(self) -> str:
        found = commune_named(self.cleaned_data["commune"])
        if found is None:
            raise forms.ValidationError(
                "Cette commune n’est pas reconnue : écrivez son nom ou son code postal."
            )
        return found.insee_code

    def facts(self) -> NeedFacts:
        said = self.cleaned_data
        return NeedFacts(**{**said, "job_title": said["job_title"] or trade(said["trade"]).label})


def begun(card: NewNeed) -> dict[str, Any]:
    """All that the commitment says, so that sending it as it is asks for what lacks."""
    said = {name: getattr(card, name, None) for name in NeedForm.base_fields}
    return {**said, "commune": card.place}


def _grouped() -> list[tuple[str, Any]]:
    """By segment, as the committee names them; the others at the end."""
    known = [
        (row.label, [(one.code, one.label) for one in trades_of(row.code)]) for row in SEGMENTS
    ]
    others = [(one.code, one.label) for one in TRADES if one.segment is None]
    return [("", "Choisissez"), *(row for row in known if row[1]), ("Autres métiers", others)]


TRADE_CHOICES = _grouped()
